using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Selects the credential provider: explicit options first, then the default chain. It sends no request.</summary>
internal static class CredentialSelection
{
    /// <returns>The provider, and the key id in clear when it is already known.</returns>
    /// <exception cref="BdrcException">The options are incomplete or malformed.</exception>
    public static (ICredentialProvider Provider, string? AccessKeyId) Choose(CredentialOptions options, CredentialContext context)
    {
        if (IdTokenProvider(options, context) is { } provider)
            return (provider, null);

        var (caller, accessKeyId) = Caller(options, context);
        return options.RoleArn is null
            ? (caller, accessKeyId)
            : (Renewing(new AssumeRoleSource("ram_role_arn", caller, Role(options), context), context), null);
    }

    /// <summary>Returns the provider that exchanges an id token; null when no option requests one.</summary>
    private static RenewingCredentialProvider? IdTokenProvider(CredentialOptions options, CredentialContext context)
    {
        if (options.GitHubActions)
            return Oidc("github_actions", new GitHubIdToken(context, "sts.aliyuncs.com"), options, context);
        if (options.AzurePipelines)
            return Oidc("azure_pipelines", new AzurePipelinesIdToken(context, options.ServiceConnectionId), options, context);
        if (options.OidcTokenFile is null && options.OidcProviderArn is null)
            return null;

        var file = options.OidcTokenFile
            ?? context.First(EnvironmentVariables.OidcTokenFile)?.Value
            ?? throw OidcIncomplete("-OidcTokenFile");
        return Oidc("oidc_role_arn", new FileIdToken(file, context), options, context);
    }

    private static RenewingCredentialProvider Oidc(
        string name, IIdTokenSource token, CredentialOptions options, CredentialContext context)
    {
        // When both the provider and the role come from variables, the variables have the same prefix.
        var variables = RoleVariables.Find(context);
        var providerArn = options.OidcProviderArn
            ?? (variables is null ? null : context.Variable(variables.ProviderArn))
            ?? context.First(EnvironmentVariables.OidcProviderArn)?.Value
            ?? throw OidcIncomplete("-OidcProviderArn");
        var roleArn = options.OidcProviderArn is null && variables is not null
            ? context.Variable(variables.RoleArn)
            : context.First(EnvironmentVariables.RoleArn)?.Value;
        if (options.RoleArn is null && roleArn is null)
            throw OidcIncomplete("-RoleArn");
        return Renewing(new OidcRoleSource(name, token, providerArn, Role(options, roleArn), context), context);
    }

    /// <summary>Returns the provider whose credentials sign requests, or assume the role of the options.</summary>
    private static (ICredentialProvider Provider, string? AccessKeyId) Caller(CredentialOptions options, CredentialContext context)
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
            return (SharedProviders.Profile(profile, context), null);
        }

        if (options.EcsRamRole is { } role)
            return (Renewing(new EcsRoleSource("ecs_ram_role", role.Length == 0 ? null : role, context), context), null);
        if (options.CredentialsUri is { } uri)
            return (Renewing(CredentialsUri(uri, context), context), null);

        // The chain warns about an incomplete key.
        if (EnvironmentKey.Find(context) is not { } variables || EnvironmentKey.FindIncomplete(context) is not null)
            return (SharedProviders.DefaultChain(context), null);
        var found = EnvironmentKey.Read(variables, context);
        return (new StaticCredentialProvider("environment/" + variables.Id, found), found.AccessKeyId);
    }

    private static CredentialsUriSource CredentialsUri(string uri, CredentialContext context) =>
        TrustedAddress.TryParse(uri, out _)
            ? new CredentialsUriSource("credentials_uri", uri, context)
            : throw new BdrcException(
                BdrcErrorKind.InvalidArgument, "InvalidCredentialsUri", Strings.CredentialsUriFormat.FormatInvariant("-CredentialsUri"));

    private static RenewingCredentialProvider Renewing(ICredentialSource source, CredentialContext context) => new(source, context);

    private static RoleRequest Role(CredentialOptions options, string? roleArn = null) => new()
    {
        RoleArn = options.RoleArn ?? roleArn,
        SessionName = options.RoleSessionName,
        ExternalId = options.ExternalId,
        Policy = options.Policy,
        DurationSeconds = options.DurationSeconds,
    };

    private static BdrcException OidcIncomplete(string parameter) =>
        new(BdrcErrorKind.InvalidArgument, "IncompleteOidc", Strings.OidcIncomplete.FormatInvariant(parameter));
}
