using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>Credentials that were given and do not change.</summary>
public sealed class StaticCredentialProvider : ICredentialProvider
{
    private readonly Task<AccessCredentials> _credentials;

    /// <summary>Holds the credentials.</summary>
    /// <param name="source">Short name of where they came from.</param>
    /// <param name="credentials">The key.</param>
    public StaticCredentialProvider(string source, AccessCredentials credentials)
    {
        Source = source;
        _credentials = Task.FromResult(credentials);
    }

    /// <inheritdoc/>
    public string Source { get; }

    /// <inheritdoc/>
    public Task<AccessCredentials> GetAsync(CancellationToken cancellationToken) => _credentials;
}
