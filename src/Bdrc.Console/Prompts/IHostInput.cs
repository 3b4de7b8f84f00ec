using System.Security;

namespace Bdrc.Console.Prompts;

/// <summary>Where lines come from. Every read can be given up with <see cref="Interrupt"/>.</summary>
internal interface IHostInput
{
    /// <summary>Whether a person can answer questions.</summary>
    bool HasPerson { get; }

    /// <summary>Reads a line; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The read was interrupted.</exception>
    string? ReadLine();

    /// <summary>Reads a line without showing it; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The read was interrupted.</exception>
    SecureString? ReadSecret();

    /// <summary>Ends the read that is under way, from any thread.</summary>
    void Interrupt();
}
