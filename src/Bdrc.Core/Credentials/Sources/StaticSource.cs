using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>A key in a variable or a file.</summary>
internal sealed class StaticSource(string name, AccessCredentials credentials) : ICredentialSource
{
    public string Name => name;

    public string AccountKey => credentials.AccessKeyId;

    public Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ExpiringCredentials(credentials, expiration: null));
}
