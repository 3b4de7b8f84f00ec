using System.Collections.Concurrent;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Roles;

/// <summary>The RAM roles of the sandbox's account. Safe for every thread.</summary>
public sealed class SandboxRoles
{
    private readonly ConcurrentDictionary<string, SandboxRole> _roles = new(StringComparer.Ordinal);

    internal SandboxRoles()
    {
        foreach (var name in (string[])["bdrc-operator", "bdrc-runner", "bdrc-instance"])
            Add(new SandboxRole(name));
    }

    /// <summary>Adds a role, or puts it in the place of the one with its name.</summary>
    /// <param name="role">The role.</param>
    public void Add(SandboxRole role)
    {
        if (role is null)
            throw new ArgumentNullException(nameof(role));
        _roles[role.Name] = role;
    }

    /// <summary>Removes a role. Sessions of it go on until they expire.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => _roles.TryRemove(name ?? throw new ArgumentNullException(nameof(name)), out _);

    /// <summary>Finds a role by its name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public SandboxRole? Find(string name) =>
        _roles.TryGetValue(name ?? throw new ArgumentNullException(nameof(name)), out var role) ? role : null;

    internal SandboxRole? FindArn(string arn)
    {
        var prefix = SandboxRole.ArnOf(string.Empty);
        return arn.StartsWith(prefix, StringComparison.Ordinal) ? Find(arn.Substring(prefix.Length)) : null;
    }

    /// <summary>The id of a role, which follows from its name.</summary>
    internal static string IdOf(int seed, string name)
    {
        var hash = 0L;
        foreach (var c in name)
            hash = unchecked((hash * 31) + c);
        return FormattableString.Invariant($"3{SeededRandom.Bits(seed, RandomStream.RoleId, hash) % 100_000_000_000_000_000UL:D17}");
    }
}
