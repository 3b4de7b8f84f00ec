using Bdrc.Sandbox.Identity.Keys;

namespace Bdrc.Sandbox.Identity.Metadata;

/// <summary>The key of an instance: the same for all who ask, and a new one when half of its life is over.</summary>
internal sealed class InstanceKey(SandboxIdentity identity)
{
    private readonly object _lock = new();
    private SigningKey? _key;
    private string? _role;
    private TimeSpan _lifetime;
    private DateTimeOffset _updated;

    public (SigningKey Key, DateTimeOffset Updated) Current(string role, DateTimeOffset now)
    {
        lock (_lock)
        {
            var lifetime = identity.SessionLifetime;
            if (_key is null || _role != role || _lifetime != lifetime || now - _updated >= TimeSpan.FromTicks(lifetime.Ticks / 2))
            {
                _key = identity.IssueKey(role, "i-sandbox0001", now);
                (_role, _lifetime, _updated) = (role, lifetime, now);
            }

            return (_key, _updated);
        }
    }
}
