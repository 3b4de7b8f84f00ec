using System.Security;

namespace Bdrc.Console.Prompts;

/// <summary>Lines from a file or a pipe: they can be commands, but they answer no questions.</summary>
internal sealed class RedirectedInput(TextReader reader) : IHostInput
{
    private readonly InterruptibleRead<string?> _lines = new(reader.ReadLine);

    public bool HasPerson => false;

    public string? ReadLine() => _lines.Next();

    public SecureString? ReadSecret() => throw new NotSupportedException("A redirected input has no secrets to read.");

    public void Interrupt() => _lines.Interrupt();
}
