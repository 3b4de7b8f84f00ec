using Bdrc.Core.Http;

namespace Bdrc.Core.Credentials;

/// <summary>One way to get credentials. It caches nothing: <see cref="RenewingCredentialProvider"/> does.</summary>
internal interface ICredentialSource
{
    /// <summary>Its name in diagnostics, as the official tools call it.</summary>
    string Name { get; }

    /// <summary>The account that the service counts by, see <see cref="Http.ICredentialProvider.AccountKey"/>.</summary>
    string? AccountKey { get; }

    /// <summary>Fetches new credentials.</summary>
    /// <exception cref="BdrcException">There are none; the message gives the reason and holds no secret.</exception>
    Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken);
}

/// <summary>Credentials, and how long they are valid.</summary>
internal sealed class ExpiringCredentials(Signing.AccessCredentials credentials, DateTimeOffset? expiration)
{
    public Signing.AccessCredentials Credentials { get; } = credentials;

    /// <summary>End of their validity; null when they do not expire.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;
}

/// <summary>A provider that knows whether its credentials are those of the instance this process runs on.</summary>
internal interface IInstanceCredentials
{
    /// <summary>Whether they are, directly or through a role that they assume.</summary>
    /// <exception cref="BdrcException">It depends on credentials that could not be fetched.</exception>
    Task<bool> IsOfInstanceAsync(CancellationToken cancellationToken);
}
