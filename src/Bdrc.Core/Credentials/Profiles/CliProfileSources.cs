using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Creates the credential source of a CLI profile, according to its mode (spec/credentials.md section 3).</summary>
internal static class CliProfileSources
{
    private const int MaxDepth = 5;

    /// <param name="file">The configuration file.</param>
    /// <param name="name">Name of the profile.</param>
    /// <param name="sourceName">Prefix of the source's name in diagnostics; the mode is appended.</param>
    /// <param name="context">What the source reads.</param>
    /// <exception cref="BdrcException">The profile is missing, incomplete or not supported.</exception>
    public static ICredentialSource Create(CliConfiguration file, string name, string sourceName, CredentialContext context) =>
        Create(file, name, sourceName, context, []);

    private static ICredentialSource Create(
        CliConfiguration file, string name, string sourceName, CredentialContext context, List<string> visited)
    {
        var profile = file.Find(name) ?? throw ProfileError.NotFound(name, file.FilePath);
        var isLoop = visited.Contains(name, StringComparer.Ordinal);
        visited.Add(name);
        if (isLoop || visited.Count > MaxDepth)
            throw ProfileError.Invalid(Strings.ProfileLoop.FormatInvariant(string.Join(" -> ", visited)));

        var mode = profile.Text("mode") ?? InferMode(profile);
        sourceName = $"{sourceName}/{mode}";
        switch (mode.ToUpperInvariant())
        {
            case "AK":
                return new StaticSource(sourceName, profile.Key(token: null));
            case "STSTOKEN":
                return new StaticSource(sourceName, profile.Key(profile.Required("sts_token")));
            case "RAMROLEARN":
                var key = profile.Key(profile.Text("sts_token"));
                return AssumeRole(profile, new StaticCredentialProvider(sourceName, key), sourceName, context);
            case "ECSRAMROLE":
                return new EcsRoleSource(sourceName, profile.Text("ram_role_name"), context);
            case "RAMROLEARNWITHECS" or "RAMROLEARNWITHROLENAME":
                return AssumeRole(
                    profile,
                    new RenewingCredentialProvider(new EcsRoleSource(sourceName, profile.Text("ram_role_name"), context), context),
                    sourceName,
                    context);
            case "CHAINABLERAMROLEARN":
                var caller = Create(file, profile.Required("source_profile"), sourceName, context, visited);
                return AssumeRole(profile, new RenewingCredentialProvider(caller, context), sourceName, context);
            case "OIDC":
                return new OidcRoleSource(
                    sourceName,
                    new FileIdToken(profile.Required("oidc_token_file"), context),
                    profile.Required("oidc_provider_arn"),
                    RoleRequestOf(profile),
                    context);
            case "CREDENTIALSURI":
                return new CredentialsUriSource(sourceName, profile.Required("credentials_uri"), context);
            case "EXTERNAL":
                FilePermissions.ThrowIfOthersCanWrite(context, file.FilePath);
                return new ExternalSource(sourceName, profile.Required("process_command"), context);
            case "CLOUDSSO":
                return new CloudSsoSource(sourceName, profile, context);
            case "OAUTH":
                return new OAuthSource(sourceName, profile, context);
            default:
                throw ProfileError.ModeNotSupported(name, file.FilePath, mode);
        }
    }

    private static AssumeRoleSource AssumeRole(
        CliProfile profile, ICredentialProvider caller, string sourceName, CredentialContext context) =>
        new(sourceName, caller, RoleRequestOf(profile), context);

    private static RoleRequest RoleRequestOf(CliProfile profile) => new()
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
