using System.Security;

namespace Bdrc.Console.Prompts;

/// <summary>The source of typed or redirected lines. <see cref="Interrupt"/> cancels a read that is waiting.</summary>
internal interface IHostInput
{
    /// <summary>Whether a user can answer prompts.</summary>
    bool IsInteractive { get; }

    /// <summary>Reads a line; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The read was interrupted.</exception>
    string? ReadLine();

    /// <summary>Reads a line without echo; null at the end of the input.</summary>
    /// <exception cref="OperationCanceledException">The read was interrupted.</exception>
    SecureString? ReadSecret();

    /// <summary>Cancels the read that is waiting; callable from any thread.</summary>
    void Interrupt();
}

/// <summary>Lines from a file or a pipe: they can be a script or commands, but do not answer prompts.</summary>
internal sealed class RedirectedInput(TextReader reader) : IHostInput
{
    private readonly InterruptibleRead<string?> _lines = new(reader.ReadLine);

    public bool IsInteractive => false;

    public string? ReadLine() => _lines.Next();

    public SecureString? ReadSecret() => throw new NotSupportedException("A redirected input has no secrets to read.");

    public void Interrupt() => _lines.Interrupt();
}
