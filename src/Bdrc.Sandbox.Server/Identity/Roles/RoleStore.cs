using System.Collections.Concurrent;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Server.Identity.Roles;

/// <summary>The RAM roles of the sandbox's account. Thread-safe.</summary>
public sealed class RoleStore
{
    private readonly ConcurrentDictionary<string, SandboxRole> _roles = new(StringComparer.Ordinal);

    internal RoleStore()
    {
        foreach (var name in (string[])["bdrc-operator", "bdrc-runner", "bdrc-instance"])
            Add(new SandboxRole(name));
    }

    /// <summary>Adds a role, or replaces the one with the same name.</summary>
    /// <param name="role">The role.</param>
    public void Add(SandboxRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        _roles[role.Name] = role;
    }

    /// <summary>Removes a role. Its sessions stay valid until they expire.</summary>
    /// <param name="name">Name of the role.</param>
    /// <returns>Whether the role existed.</returns>
    public bool Remove(string name) => _roles.TryRemove(name, out _);

    /// <summary>Finds a role; null when there is none with this name.</summary>
    /// <param name="name">Name of the role.</param>
    public SandboxRole? Find(string name) => _roles.TryGetValue(name, out var role) ? role : null;

    internal SandboxRole? FindArn(string arn)
    {
        var prefix = SandboxRole.ArnOf(string.Empty);
        return arn.StartsWith(prefix, StringComparison.Ordinal) ? Find(arn[prefix.Length..]) : null;
    }

    /// <summary>The id of a role; it is derived from the name.</summary>
    internal static string IdOf(int seed, string name)
    {
        var hash = 0L;
        foreach (var c in name)
            hash = unchecked((hash * 31) + c);
        return FormattableString.Invariant($"3{SeededRandom.Bits(seed, IdentityRandom.RoleId, hash) % 100_000_000_000_000_000UL:D17}");
    }
}
