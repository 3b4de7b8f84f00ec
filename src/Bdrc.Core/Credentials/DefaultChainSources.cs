using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>One source of the default chain.</summary>
/// <param name="Name">Name in messages.</param>
/// <param name="Create">Creates the source; throws when it is not configured or its configuration is invalid.</param>
internal sealed record ChainSource(string Name, Func<ICredentialSource> Create)
{
    /// <summary>Code of the error of a source that is not configured. It is listed when the chain fails, but not warned about.</summary>
    public const string NotConfigured = "NotConfigured";

    public const string InstanceRole = "ecs_ram_role";

    /// <summary>Name of the source that probes for the role of the instance.</summary>
    public const string InstanceRoleSource = "default/" + InstanceRole;

    public bool IsInstanceRole => Name == InstanceRole;
}

/// <summary>The sources of the default chain, in the order of the official SDKs (spec/credentials.md section 1).</summary>
internal static class DefaultChainSources
{
    private const string StsAudience = "sts.aliyuncs.com";
    private const string CredentialsUri = "ALIBABA_CLOUD_CREDENTIALS_URI";

    // Messages name the variables of one prefix only: a list of all would be long.
    private static readonly RoleVariables RoleInMessages =
        Array.Find(EnvironmentVariables.Roles, role => role.RoleArn.StartsWith("ALIBABA_CLOUD", StringComparison.Ordinal))!;

    public static IReadOnlyList<ChainSource> For(CredentialContext context) =>
    [
        new("env", () => EnvironmentKey.CreateSource(context)
            ?? throw NotSet(EnvironmentNames.AccessKeyId, EnvironmentNames.AccessKeySecret)),
        new("oidc_role_arn", () => CreateOidc(context)),
        new("github_actions", () => CreateRunner(
            "github_actions", new GitHubIdToken(context, StsAudience), "ACTIONS_ID_TOKEN_REQUEST_URL", context)),
        new("azure_pipelines", () => CreateRunner(
            "azure_pipelines", new AzurePipelinesIdToken(context, serviceConnectionId: null), "SYSTEM_OIDCREQUESTURI", context)),
        new("cli_profile", () => CreateCli(context)),
        new("profile", () => CreateIni(context)),
        new(ChainSource.InstanceRole, () => new EcsRoleSource(
            ChainSource.InstanceRoleSource, roleName: null, context, isProbe: true)),
        new("credentials_uri", () => new CredentialsUriSource(
            "default/credentials_uri", context.Variable(CredentialsUri) ?? throw NotSet(CredentialsUri), context)),
    ];

    private static OidcRoleSource CreateOidc(CredentialContext context)
    {
        var variables = Array.Find(
                EnvironmentVariables.Roles, role => role.AreSet(context) && context.Variable(role.TokenFile) is not null)
            ?? throw NotSet(RoleInMessages.Names);
        var token = new FileIdToken(context.Variable(variables.TokenFile)!, context);
        return CreateRole("oidc_role_arn", token, variables, context);
    }

    /// <summary>Exchanges the id token of a CI runner's job. The job needs neither a token file nor another action.</summary>
    private static OidcRoleSource CreateRunner(string name, IIdTokenSource token, string urlVariable, CredentialContext context)
    {
        var variables = RoleVariables.Find(context);
        if (context.Variable(urlVariable) is null || variables is null)
            throw NotSet(urlVariable, RoleInMessages.RoleArn, RoleInMessages.ProviderArn);
        return CreateRole(name, token, variables, context);
    }

    private static OidcRoleSource CreateRole(
        string name, IIdTokenSource token, RoleVariables variables, CredentialContext context) => new(
            $"default/{name}/{variables.RoleArn}",
            token,
            context.Variable(variables.ProviderArn)!,
            new RoleRequest { RoleArn = context.Variable(variables.RoleArn) },
            context);

    private static ICredentialSource CreateCli(CredentialContext context)
    {
        ThrowIfDisabledBy("ALIBABA_CLOUD_IGNORE_PROFILE", context);
        ThrowIfDisabledBy("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", context);
        var file = CliConfiguration.Read(context)
            ?? throw NotConfigured(Strings.ChainNoFile.FormatInvariant(CliConfiguration.PathIn(context)));
        var name = context.First(EnvironmentVariables.Profile)?.Value ?? file.Current ?? "default";
        return CliProfileSources.Create(file, name, "default/cli_profile", context);
    }

    private static ICredentialSource CreateIni(CredentialContext context)
    {
        ThrowIfDisabledBy("ALIBABA_CLOUD_IGNORE_PROFILE", context);
        var path = IniProfiles.PathIn(context);
        var name = context.First(EnvironmentVariables.Profile)?.Value ?? "default";
        return context.Files.Exists(path)
            ? IniProfiles.Create(path, name, "default/profile", context)
            : throw NotConfigured(Strings.ChainNoFile.FormatInvariant(path));
    }

    private static void ThrowIfDisabledBy(string variable, CredentialContext context)
    {
        if (context.IsOn(variable))
            throw NotConfigured(Strings.ChainDisabled.FormatInvariant(variable));
    }

    private static BdrcException NotSet(params string[] variables) =>
        NotConfigured(Strings.ChainNotSet.FormatInvariant(string.Join(", ", variables)));

    private static BdrcException NotConfigured(string reason) =>
        new(BdrcErrorKind.Authentication, ChainSource.NotConfigured, reason);
}
