namespace Bdrc.Core.Credentials;

/// <summary>A key that stands in a variable or a file.</summary>
internal sealed class StaticSource(string name, AccessCredentials credentials) : ICredentialSource
{
    public string Name => name;

    public Task<CredentialLease> FetchAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new CredentialLease(credentials, expiration: null));
}
