namespace Bdrc.Module.Tests.Secrets;

/// <summary>A form of credentials: how it is set up, and what can be made to fail.</summary>
/// <param name="Prepare">Sets it up; returns the arguments of Connect-Bdrc.</param>
/// <param name="Service">The identity service it asks, by the name that faults take; null when it asks none.</param>
internal sealed record SecretForm(Func<SecretScene, string> Prepare, string? Service = null)
{
    /// <summary>Whether the sandbox's own key is a temporary one, with a token.</summary>
    public bool TemporaryKey { get; init; }

    /// <summary>Whether the service is the one that was shown what was planted, so that it could repeat it.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Whether the key of the user takes part, so that a wrong secret makes it fail.</summary>
    public bool HasKey { get; init; }
}
