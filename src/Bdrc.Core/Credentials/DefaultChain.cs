using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>
/// The default credential chain. Tries each source of <see cref="DefaultChainSources"/> in order and keeps the first that returns
/// credentials.
/// </summary>
internal sealed class DefaultChain(CredentialContext context) : IRenewableProvider, IInstanceCredentials
{
    private readonly IReadOnlyList<ChainSource> _sources = DefaultChainSources.For(context);
    private volatile RenewingCredentialProvider? _selected;

    /// <summary>Name of the selected source; before the first call, of the first source that is configured.</summary>
    public string Source => _selected?.Source ?? FirstConfigured()?.Name ?? "default/none";

    public string? AccountKey => _selected?.AccountKey;

    public async Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        if (_selected is { } selected)
            return await selected.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);

        CredentialDiagnostics.Listen(onDiagnostic);

        var failures = new List<string>();
        foreach (var source in _sources)
        {
            try
            {
                var provider = new RenewingCredentialProvider(source.Create(), context);
                var credentials = await provider.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);

                // Concurrent first calls all continue with the provider that was stored first.
                if (Interlocked.CompareExchange(ref _selected, provider, null) is { } first)
                    return await first.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);

                CredentialDiagnostics.Log(
                    BdrcDiagnosticLevel.Verbose, Strings.ChainSelected.FormatInvariant(provider.Source, credentials));
                return credentials;
            }
            catch (BdrcException failure)
            {
                failures.Add($"{source.Name}: {failure.Message}");
                if (failure.Code != ChainSource.NotConfigured && !source.IsInstanceRole)
                {
                    CredentialDiagnostics.Log(
                        BdrcDiagnosticLevel.Warning, Strings.ChainSourceSkipped.FormatInvariant(source.Name, failure.Message));
                }
            }
        }

        throw new BdrcException(
            BdrcErrorKind.Authentication, "NoCredentials", Strings.ChainFailed.FormatInvariant(failures))
        {
            RecommendedAction = Strings.ChainAdvice,
        };
    }

    public bool Invalidate(AccessCredentials refused) => _selected?.Invalidate(refused) ?? true;

    public async Task<bool> UsesInstanceRoleAsync(CancellationToken cancellationToken)
    {
        if (_selected is null)
        {
            // When the first configured source is another one, the chain is not tried here: that can send requests.
            if (FirstConfigured() is not { } first
                || !await new RenewingCredentialProvider(first, context).UsesInstanceRoleAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            // A profile configures the instance role explicitly. Otherwise only a response shows that this is an instance.
            if (first.Name != ChainSource.InstanceRoleSource)
                return true;
            await GetAsync(CredentialDiagnostics.Current, cancellationToken).ConfigureAwait(false);
        }

        return _selected is { } selected && await selected.UsesInstanceRoleAsync(cancellationToken).ConfigureAwait(false);
    }

    private ICredentialSource? FirstConfigured()
    {
        foreach (var source in _sources)
        {
            try
            {
                return source.Create();
            }
            catch (BdrcException)
            {
                // The source is not configured, or its error is reported when credentials are fetched.
            }
        }

        return null;
    }
}
