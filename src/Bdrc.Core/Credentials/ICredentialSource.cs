using Bdrc.Core.Http;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>Fetches credentials. <see cref="RenewingCredentialProvider"/> caches and renews them.</summary>
internal interface ICredentialSource
{
    /// <summary>The name in diagnostics, which follows the official tools.</summary>
    string Name { get; }

    /// <summary>The account that rate limits are counted by, see <see cref="ICredentialProvider.AccountKey"/>.</summary>
    string? AccountKey { get; }

    /// <summary>Fetches new credentials.</summary>
    /// <exception cref="BdrcException">No credentials are available. The message states the reason and contains no secret.</exception>
    Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken);
}

/// <summary>An access key from a variable or a file. It does not expire.</summary>
internal sealed class StaticSource(string name, AccessCredentials credentials) : ICredentialSource
{
    public string Name => name;

    public string AccountKey => credentials.AccessKeyId;

    public Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ExpiringCredentials(credentials, expiration: null));
}

/// <summary>Credentials and their expiration.</summary>
internal sealed class ExpiringCredentials(AccessCredentials credentials, DateTimeOffset? expiration)
{
    public AccessCredentials Credentials { get; } = credentials;

    /// <summary>Null when they do not expire.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;
}

/// <summary>A provider that knows whether its credentials come from the role of the instance that this process runs on.</summary>
internal interface IInstanceCredentials
{
    /// <summary>Whether the instance role is used, directly or to assume another role.</summary>
    /// <exception cref="BdrcException">The result depends on credentials that could not be fetched.</exception>
    Task<bool> UsesInstanceRoleAsync(CancellationToken cancellationToken);
}
