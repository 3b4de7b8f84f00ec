using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Server.Identity.Roles;

/// <summary>A RAM role of the sandbox's account.</summary>
public sealed class SandboxRole
{
    private TimeSpan _maxSessionDuration = TimeSpan.FromHours(1);

    /// <summary>Creates a role. It can be assumed once it is in <see cref="IdentityServices.Roles"/>.</summary>
    /// <param name="name">Name: 1 to 64 letters, digits, dots and hyphens.</param>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public SandboxRole(string name)
    {
        if (!IsName(name))
            throw new ArgumentException("The name of a role must be 1 to 64 letters, digits, dots and hyphens.", nameof(name));
        Name = name;
    }

    /// <summary>Name of the role.</summary>
    public string Name { get; }

    /// <summary>ARN of the role.</summary>
    public string Arn => ArnOf(Name);

    /// <summary>The external id that AssumeRole requires; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The longest session that the role allows: 1 to 12 hours, by default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of this range.</exception>
    public TimeSpan MaxSessionDuration
    {
        get => _maxSessionDuration;
        set => _maxSessionDuration = value >= TimeSpan.FromHours(1) && value <= TimeSpan.FromHours(12)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "MaxSessionDuration must be 1 to 12 hours.");
    }

    internal static string ArnOf(string name) => FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:role/{name}");

    private static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 64 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
