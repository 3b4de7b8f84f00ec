using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Turns a CLI profile into a source, one for each mode (spec/credentials.md section 3).</summary>
internal static class CliProfileSources
{
    private const int DeepestChain = 5;

    public static ICredentialSource Create(CliConfiguration file, string name, string trail, CredentialContext environment) =>
        Create(file, name, trail, environment, []);

    private static ICredentialSource Create(
        CliConfiguration file, string name, string trail, CredentialContext environment, List<string> visited)
    {
        var profile = file.Find(name) ?? throw new BdrcException(
            BdrcErrorKind.Authentication, "NoSuchProfile", Strings.ProfileMissing.FormatInvariant(name, file.FilePath));
        var isLoop = visited.Contains(name, StringComparer.Ordinal);
        visited.Add(name);
        if (isLoop || visited.Count > DeepestChain)
            throw CliProfile.Refuse(Strings.ProfileLoop.FormatInvariant(string.Join(" -> ", visited)));

        var mode = profile.Text("mode") ?? InferMode(profile);
        trail = $"{trail}/{mode}";
        switch (mode.ToUpperInvariant())
        {
            case "AK":
                return new StaticSource(trail, profile.Key(token: null));
            case "STSTOKEN":
                return new StaticSource(trail, profile.Key(profile.Required("sts_token")));
            case "RAMROLEARN":
                return Role(profile, new StaticCredentialProvider(trail, profile.Key(profile.Text("sts_token"))), trail, environment);
            case "ECSRAMROLE":
                return new EcsRoleSource(trail, profile.Text("ram_role_name"), environment);
            case "RAMROLEARNWITHECS" or "RAMROLEARNWITHROLENAME":
                return Role(
                    profile,
                    new RenewingCredentialProvider(new EcsRoleSource(trail, profile.Text("ram_role_name"), environment), environment),
                    trail,
                    environment);
            case "CHAINABLERAMROLEARN":
                var caller = Create(file, profile.Required("source_profile"), trail, environment, visited);
                return Role(profile, new RenewingCredentialProvider(caller, environment), trail, environment);
            case "OIDC":
                return new OidcRoleSource(
                    trail,
                    new FileIdToken(profile.Required("oidc_token_file"), environment),
                    profile.Required("oidc_provider_arn"),
                    RoleOf(profile),
                    environment);
            case "CREDENTIALSURI":
                return new CredentialsUriSource(trail, profile.Required("credentials_uri"), environment);
            case "EXTERNAL":
                FilePermissions.RefuseWritable(environment, file.FilePath);
                return new ExternalSource(trail, profile.Required("process_command"), environment);
            case "CLOUDSSO":
                return new CloudSsoSource(trail, profile, environment);
            case "OAUTH":
                return new OAuthSource(trail, profile, environment);
            default:
                throw CliProfile.Refuse(Strings.ProfileModeRefused.FormatInvariant(name, file.FilePath, ModeName.Shown(mode)));
        }
    }

    private static AssumeRoleSource Role(CliProfile profile, ICredentialProvider caller, string trail, CredentialContext environment) =>
        new(trail, caller, RoleOf(profile), environment);

    private static RoleRequest RoleOf(CliProfile profile) => new()
    {
        RoleArn = profile.Required("ram_role_arn"),
        SessionName = profile.Text("ram_session_name"),
        DurationSeconds = profile.Number("expired_seconds"),
        Policy = profile.Text("policy"),
        ExternalId = profile.Text("external_id"),
        StsRegion = profile.Text("sts_region"),
        StsEndpoint = profile.Text("sts_endpoint"),
        UsesVpc = profile.Flag("enable_vpc"),
    };

    private static string InferMode(CliProfile profile)
    {
        if (profile.Text("access_key_id") is not null && profile.Text("access_key_secret") is not null)
            return profile.Text("ram_role_arn") is not null ? "RamRoleArn" : profile.Text("sts_token") is not null ? "StsToken" : "AK";
        if (profile.Text("private_key") is not null)
            return "RsaKeyPair";
        if (profile.Text("ram_role_name") is not null)
            return "EcsRamRole";
        if (profile.Text("process_command") is not null)
            return "External";
        if (profile.Text("oidc_provider_arn") is not null)
            return "OIDC";
        if (profile.Text("cloud_sso_sign_in_url") is not null)
            return "CloudSSO";
        return profile.Text("bearer_token") is not null ? "BearerToken" : "(none)";
    }
}
