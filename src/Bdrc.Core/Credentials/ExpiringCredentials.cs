using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>Credentials and how long they hold.</summary>
internal sealed class ExpiringCredentials(AccessCredentials credentials, DateTimeOffset? expiration)
{
    public AccessCredentials Credentials { get; } = credentials;

    /// <summary>The end of their life; null when they have none.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;
}
