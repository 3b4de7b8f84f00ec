using Bdrc.Core.Signing;

namespace Bdrc.Core.Http;

/// <summary>Supplies the credentials of a call. Queried before every attempt, so that it can renew them.</summary>
public interface ICredentialProvider
{
    /// <summary>Short name of the source, shown to the user: <c>parameters</c>, <c>environment</c>, <c>sandbox</c>.</summary>
    string Source { get; }

    /// <summary>
    /// The account for which the service counts requests: a key id, an account number, or the name of another identity. Null
    /// while it is unknown; <see cref="GetAsync"/> sets it.
    /// </summary>
    string? AccountKey { get; }

    /// <summary>Returns valid credentials.</summary>
    /// <param name="onDiagnostic">Receives warnings about the credentials; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">No credentials exist, or they could not be fetched.</exception>
    Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken);
}

/// <summary>A provider that can discard refused credentials and fetch new ones.</summary>
internal interface IRenewableProvider : ICredentialProvider
{
    /// <summary>Discards credentials, unless newer ones have already replaced them.</summary>
    /// <returns>Whether the next call of <see cref="ICredentialProvider.GetAsync"/> can return other credentials.</returns>
    bool Invalidate(AccessCredentials refused);
}

/// <summary>Finds the account of a provider.</summary>
internal static class CredentialAccounts
{
    /// <summary>
    /// The account for which the service counts requests. When the provider does not know it, the credentials are fetched and
    /// their key id is used.
    /// </summary>
    public static async ValueTask<string> GetAccountAsync(
        this ICredentialProvider provider, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        if (provider.AccountKey is { } known)
            return known;

        var credentials = await provider.GetAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);
        return provider.AccountKey ?? credentials.AccessKeyId;
    }
}

/// <summary>Provides fixed credentials.</summary>
public sealed class StaticCredentialProvider : ICredentialProvider
{
    private readonly Task<AccessCredentials> _credentials;

    /// <summary>Creates a provider.</summary>
    /// <param name="source">Short name of the source of the credentials.</param>
    /// <param name="credentials">The key.</param>
    public StaticCredentialProvider(string source, AccessCredentials credentials)
    {
        if (credentials is null)
            throw new ArgumentNullException(nameof(credentials));
        Source = source;
        AccountKey = credentials.AccessKeyId;
        _credentials = Task.FromResult(credentials);
    }

    /// <inheritdoc/>
    public string Source { get; }

    /// <inheritdoc/>
    public string AccountKey { get; }

    /// <inheritdoc/>
    public Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken) => _credentials;
}
