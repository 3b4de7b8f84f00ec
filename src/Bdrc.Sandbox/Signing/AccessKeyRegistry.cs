namespace Bdrc.Sandbox.Signing;

/// <summary>
/// The temporary access keys that the sandbox accepts. Expired keys stay registered, so that the error for them differs from
/// the error for an unknown key. Thread-safe.
/// </summary>
internal sealed class AccessKeyRegistry
{
    private const int Capacity = 10_000;

    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Adds a key; the oldest one is removed when there are more than 10,000.</summary>
    public void Add(SigningKey key)
    {
        lock (_keys)
        {
            if (_order.Count == Capacity)
                _keys.Remove(_order.Dequeue());
            _order.Enqueue(key.AccessKeyId);
            _keys.Add(key.AccessKeyId, key);
        }
    }

    public SigningKey? Find(string accessKeyId)
    {
        lock (_keys)
            return _keys.TryGetValue(accessKeyId, out var key) ? key : null;
    }
}

/// <summary>A key that requests may be signed with.</summary>
/// <param name="accessKeyId">The key id.</param>
/// <param name="secret">The secret of the key.</param>
/// <param name="securityToken">The token that requests must also carry; null for a long-lived key.</param>
/// <param name="expiration">The time from which the key is refused.</param>
internal class SigningKey(string accessKeyId, string secret, string? securityToken, DateTimeOffset expiration)
{
    public string AccessKeyId { get; } = accessKeyId;

    public string Secret { get; } = secret;

    public string? SecurityToken { get; } = securityToken;

    public DateTimeOffset Expiration { get; } = expiration;
}
