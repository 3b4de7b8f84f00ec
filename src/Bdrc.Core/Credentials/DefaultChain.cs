using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>
/// The default chain, in the SDKs' order (spec/credentials.md section 1): environment, OIDC, the runner's own id token, CLI
/// profile, shared ini, instance role, credentials URI. The first that gives credentials is kept; why the others passed is kept too.
/// </summary>
internal sealed class DefaultChain(CredentialContext environment) : IRenewableProvider, IInstanceCredentials
{
    private readonly List<(string Name, Func<ICredentialSource> Create)> _links = Links(environment);
    private volatile RenewingCredentialProvider? _winner;

    /// <summary>The source in use; before the first call the first one that is configured.</summary>
    public string Source => _winner?.Source ?? FirstConfigured()?.Name ?? "default/none";

    public string? AccountKey => _winner?.AccountKey;

    public async Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        if (_winner is { } known)
            return await known.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);

        CredentialDiagnostics.Listen(onDiagnostic);

        var passed = new List<string>();
        foreach (var (name, create) in _links)
        {
            try
            {
                var provider = new RenewingCredentialProvider(create(), environment);
                var credentials = await provider.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);

                // Calls that start together meet here: all go on with the first one's provider.
                var first = Interlocked.CompareExchange(ref _winner, provider, null);
                if (first is null)
                    CredentialDiagnostics.Log(BdrcDiagnosticLevel.Verbose, Strings.ChainSelected.FormatInvariant(provider.Source, credentials));
                return first is null ? credentials : await first.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);
            }
            catch (BdrcException failure)
            {
                passed.Add($"{name}: {failure.Message}");
                if (failure.Code != NotConfigured && name != InstanceLink)
                    CredentialDiagnostics.Log(BdrcDiagnosticLevel.Warning, Strings.ChainSourceSkipped.FormatInvariant(name, failure.Message));
            }
        }

        throw new BdrcException(
            BdrcErrorKind.Authentication, "NoCredentials", Strings.ChainFailed.FormatInvariant(passed))
        {
            RecommendedAction = Strings.ChainAdvice,
        };
    }

    public bool Invalidate(AccessCredentials refused) => _winner?.Invalidate(refused) ?? true;

    public async Task<bool> IsOfInstanceAsync(CancellationToken cancellationToken)
    {
        if (_winner is null)
        {
            // Where it starts elsewhere, the chain is not walked for this: it may lead over the network.
            if (FirstConfigured() is not { } first
                || !await new RenewingCredentialProvider(first, environment).IsOfInstanceAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            // A profile says so itself; that this is an instance at all shows only when it answers.
            if (first.Name != "default/" + InstanceLink)
                return true;
            await GetAsync(CredentialDiagnostics.Current, cancellationToken).ConfigureAwait(false);
        }

        return _winner is { } winner && await winner.IsOfInstanceAsync(cancellationToken).ConfigureAwait(false);
    }

    private const string NotConfigured = "NotConfigured";

    private const string InstanceLink = "ecs_ram_role";

    private const string StsAudience = "sts.aliyuncs.com";

    private ICredentialSource? FirstConfigured()
    {
        foreach (var (_, create) in _links)
        {
            try
            {
                return create();
            }
            catch (BdrcException)
            {
                // It is not set up, or said so when it is its turn.
            }
        }

        return null;
    }

    private static BdrcException Pass(string reason) => new(BdrcErrorKind.Authentication, NotConfigured, reason);

    private static List<(string, Func<ICredentialSource>)> Links(CredentialContext environment) =>
    [
        ("env", () => EnvironmentKey.Source(environment) ?? throw Pass(Strings.ChainNotSet.FormatInvariant(Pairs(EnvironmentVariables.Keys, 2)))),
        ("oidc_role_arn", () => FromOidc(environment)),
        ("github_actions", () => FromRunner("github_actions", new GitHubIdToken(environment, StsAudience), "ACTIONS_ID_TOKEN_REQUEST_URL", environment)),
        ("azure_pipelines", () => FromRunner(
            "azure_pipelines", new AzurePipelinesIdToken(environment, serviceConnectionId: null), "SYSTEM_OIDCREQUESTURI", environment)),
        ("cli_profile", () => FromCli(environment)),
        ("profile", () => FromIni(environment)),
        (InstanceLink, () => new EcsRoleSource("default/" + InstanceLink, roleName: null, environment, isProbe: true)),
        ("credentials_uri", () => new CredentialsUriSource(
            "default/credentials_uri",
            environment.Variable("ALIBABA_CLOUD_CREDENTIALS_URI") ?? throw Pass(Strings.ChainNotSet.FormatInvariant("ALIBABA_CLOUD_CREDENTIALS_URI")),
            environment)),
    ];

    private static OidcRoleSource FromOidc(CredentialContext environment)
    {
        var names = EnvironmentVariables.FirstFull(EnvironmentVariables.Roles, 3, environment)
            ?? throw Pass(Strings.ChainNotSet.FormatInvariant(Pairs(EnvironmentVariables.Roles, 3)));
        return Role("oidc_role_arn", new FileIdToken(environment.Variable(names[2])!, environment), names, environment);
    }

    /// <summary>A runner's own id token: what the job is allowed to ask for, exchanged without a file or another action.</summary>
    private static OidcRoleSource FromRunner(string name, IIdTokenSource token, string address, CredentialContext environment)
    {
        var names = EnvironmentVariables.FirstFull(EnvironmentVariables.Roles, 2, environment);
        if (environment.Variable(address) is null || names is null)
            throw Pass(Strings.ChainNotSet.FormatInvariant(address + ", " + Pairs(EnvironmentVariables.Roles, 2)));
        return Role(name, token, names, environment);
    }

    private static OidcRoleSource Role(string name, IIdTokenSource token, string[] names, CredentialContext environment) => new(
        $"default/{name}/{names[0]}",
        token,
        environment.Variable(names[1])!,
        new RoleRequest { RoleArn = environment.Variable(names[0]) },
        environment);

    /// <summary>The SDKs' own names of what is missing; the other prefixes would only make the list long.</summary>
    private static string Pairs(string[][] rows, int columns) => string.Join(
        ", ", Array.Find(rows, row => row[0].StartsWith("ALIBABA_CLOUD", StringComparison.Ordinal))!.Take(columns));

    private static ICredentialSource FromCli(CredentialContext environment)
    {
        RefuseWhenOff("ALIBABA_CLOUD_IGNORE_PROFILE", environment);
        RefuseWhenOff("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", environment);
        var file = CliConfiguration.Read(environment) ?? throw Pass(Strings.ChainNoFile.FormatInvariant(CliConfiguration.PathIn(environment)));
        var name = environment.First(EnvironmentVariables.Profile)?.Value ?? file.Current ?? "default";
        return CliProfileSources.Create(file, name, "default/cli_profile", environment);
    }

    private static ICredentialSource FromIni(CredentialContext environment)
    {
        RefuseWhenOff("ALIBABA_CLOUD_IGNORE_PROFILE", environment);
        var path = IniProfiles.PathIn(environment);
        return environment.Files.Exists(path)
            ? IniProfiles.Create(path, environment.First(EnvironmentVariables.Profile)?.Value ?? "default", "default/profile", environment)
            : throw Pass(Strings.ChainNoFile.FormatInvariant(path));
    }

    private static void RefuseWhenOff(string name, CredentialContext environment)
    {
        if (environment.IsOn(name))
            throw Pass(Strings.ChainDisabled.FormatInvariant(name));
    }
}
