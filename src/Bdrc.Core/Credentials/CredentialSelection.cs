using System.Text;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Chooses the provider: what was given explicitly, else the default chain. Nothing is called.</summary>
internal static class CredentialSelection
{
    /// <returns>The provider, and the key id in clear where it is known already.</returns>
    public static (ICredentialProvider Provider, string? AccessKeyId) Choose(CredentialOptions options, CredentialContext environment)
    {
        if (options.GitHubActions)
            return (Runner("github_actions", new GitHubIdToken(environment, "sts.aliyuncs.com"), options, environment), null);
        if (options.AzurePipelines)
            return (Runner("azure_pipelines", new AzurePipelinesIdToken(environment, options.ServiceConnectionId), options, environment), null);
        if (options.OidcTokenFile is not null || options.OidcProviderArn is not null)
        {
            var file = options.OidcTokenFile ?? environment.First(EnvironmentVariables.Column(EnvironmentVariables.Roles, 2))?.Value ?? throw Incomplete("-OidcTokenFile");
            return (Runner("oidc_role_arn", new FileIdToken(file, environment), options, environment), null);
        }

        var (caller, accessKeyId) = Caller(options, environment);
        return options.RoleArn is null
            ? (caller, accessKeyId)
            : (Renewing(new AssumeRoleSource("ram_role_arn", caller, Role(options), environment), environment), null);
    }

    private static (ICredentialProvider Provider, string? AccessKeyId) Caller(CredentialOptions options, CredentialContext environment)
    {
        if (options.AccessKeyId is not null || options.AccessKeySecret is not null)
        {
            var key = CredentialValidation.Check(
                "-AccessKeyId", "-AccessKeySecret", options.AccessKeyId, options.AccessKeySecret, options.SecurityToken);
            return (new StaticCredentialProvider("parameters", key), key.AccessKeyId);
        }

        if (options.ProfileName is { } profile)
        {
            IdentifierValue.Check("ProfileName", profile);
            return (SharedProfile(profile, environment), null);
        }

        if (options.EcsRamRole is { } role)
            return (Renewing(new EcsRoleSource("ecs_ram_role", role.Length == 0 ? null : role, environment), environment), null);
        if (options.CredentialsUri is not null && !TrustedAddress.TryParse(options.CredentialsUri, out _))
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidCredentialsUri", Strings.CredentialsUriFormat.FormatInvariant("-CredentialsUri"));
        if (options.CredentialsUri is not null)
            return (Renewing(new CredentialsUriSource("credentials_uri", options.CredentialsUri, environment), environment), null);

        // Half of a key is left to the chain, which says so and goes on.
        var (names, halfSet) = EnvironmentKey.Find(environment);
        if (names is null || halfSet is not null)
            return (environment.Chains.GetOrAdd(Fingerprint(environment), _ => new DefaultChain(environment)), null);
        var found = EnvironmentKey.Read(names, environment);
        return (new StaticCredentialProvider("environment/" + names[0], found), found.AccessKeyId);
    }

    /// <summary>Commands that name the same profile share its provider, and so what it has fetched.</summary>
    private static ICredentialProvider SharedProfile(string name, CredentialContext environment) =>
        environment.Chains.GetOrAdd(name + '\0' + Fingerprint(environment), _ => Renewing(Profile(name, environment), environment));

    private static ICredentialSource Profile(string name, CredentialContext environment)
    {
        var file = CliConfiguration.Read(environment);
        if (file?.Find(name) is not null)
            return CliProfileSources.Create(file, name, "profile", environment);
        var ini = IniProfiles.PathIn(environment);
        if (environment.Files.Exists(ini))
            return IniProfiles.Create(ini, name, "profile", environment);
        throw new BdrcException(
            BdrcErrorKind.Authentication,
            "NoSuchProfile",
            Strings.ProfileMissing.FormatInvariant(name, CliConfiguration.PathIn(environment) + ", " + ini));
    }

    private static RenewingCredentialProvider Runner(
        string name, IIdTokenSource token, CredentialOptions options, CredentialContext environment)
    {
        // A role and a provider that are both found in variables are of one prefix.
        var names = EnvironmentVariables.FirstFull(EnvironmentVariables.Roles, 2, environment);
        var provider = options.OidcProviderArn
            ?? (names is null ? null : environment.Variable(names[1]))
            ?? environment.First(EnvironmentVariables.Column(EnvironmentVariables.Roles, 1))?.Value
            ?? throw Incomplete("-OidcProviderArn");
        var roleArn = options.OidcProviderArn is null && names is not null
            ? environment.Variable(names[0])
            : environment.First(EnvironmentVariables.Column(EnvironmentVariables.Roles, 0))?.Value;
        if (options.RoleArn is null && roleArn is null)
            throw Incomplete("-RoleArn");
        return Renewing(new OidcRoleSource(name, token, provider, Role(options, roleArn), environment), environment);
    }

    private static RenewingCredentialProvider Renewing(ICredentialSource source, CredentialContext environment) => new(source, environment);

    private static RoleRequest Role(CredentialOptions options, string? roleArn = null) => new()
    {
        RoleArn = options.RoleArn ?? roleArn,
        SessionName = options.RoleSessionName,
        ExternalId = options.ExternalId,
        Policy = options.Policy,
        DurationSeconds = options.DurationSeconds,
    };

    private static BdrcException Incomplete(string parameter) =>
        new(BdrcErrorKind.InvalidArgument, "IncompleteOidc", Strings.OidcIncomplete.FormatInvariant(parameter));

    // Hashed: the values are secrets and the result is kept.
    private static string Fingerprint(CredentialContext environment)
    {
        var text = new StringBuilder();
        foreach (var name in EnvironmentVariables.OfCredentials)
            text.Append(environment.ReadVariable(name)).Append('\0');
        foreach (var path in new[] { CliConfiguration.PathIn(environment), IniProfiles.PathIn(environment) })
            text.Append(path).Append('\0').Append(environment.Files.Stamp(path)).Append('\0');
        text.Append(environment.VpcRegion).Append('\0').Append(environment.Route.Name);
        return PayloadHash.Compute(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
