using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Identity.Roles;

/// <summary>A RAM role of the sandbox's account.</summary>
public sealed class SandboxRole
{
    private TimeSpan _maxSessionDuration = TimeSpan.FromHours(1);

    /// <summary>Makes a role. It exists once it is in <see cref="SandboxIdentity.Roles"/>.</summary>
    /// <param name="name">Name: 1 to 64 letters, digits, dots and hyphens.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public SandboxRole(string name)
    {
        if (!IsName(name))
            throw new ArgumentException("The name of a role must be 1 to 64 letters, digits, dots and hyphens.", nameof(name));
        Name = name;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its ARN.</summary>
    public string Arn => ArnOf(Name);

    /// <summary>The external id that AssumeRole must bring along; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The longest session it allows, 1 to 12 hours; 1 hour unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is shorter or longer.</exception>
    public TimeSpan MaxSessionDuration
    {
        get => _maxSessionDuration;
        set => _maxSessionDuration = value >= TimeSpan.FromHours(1) && value <= TimeSpan.FromHours(12)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "MaxSessionDuration must be 1 to 12 hours.");
    }

    internal static string ArnOf(string name) => FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:role/{name}");

    private static bool IsName(string? name)
    {
        if (name is null || name.Length is 0 or > 64)
            return false;
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-'))
                return false;
        }

        return true;
    }
}
