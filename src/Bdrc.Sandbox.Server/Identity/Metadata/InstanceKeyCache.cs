using Bdrc.Sandbox.Server.Identity.Keys;

namespace Bdrc.Sandbox.Server.Identity.Metadata;

/// <summary>The key of the instance, shared by all callers and replaced at half of its lifetime. Thread-safe.</summary>
internal sealed class InstanceKeyCache(IdentityServices identity)
{
    private readonly Lock _lock = new();
    private SessionKey? _key;
    private string? _role;
    private TimeSpan _lifetime;
    private DateTimeOffset _updated;

    public (SessionKey Key, DateTimeOffset Updated) Get(string role, DateTimeOffset now)
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
