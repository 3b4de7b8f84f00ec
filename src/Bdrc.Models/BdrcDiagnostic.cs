namespace Bdrc;

/// <summary>A message from below the cmdlets to one of the user's streams. It holds no secret.</summary>
public sealed class BdrcDiagnostic
{
    private readonly Func<string>? _compose;
    private string? _message;

    /// <summary>Makes a message.</summary>
    /// <param name="level">The stream it is for.</param>
    /// <param name="message">The text.</param>
    public BdrcDiagnostic(BdrcDiagnosticLevel level, string message)
    {
        Level = level;
        _message = message;
    }

    /// <summary>Makes a message that most often nobody reads.</summary>
    /// <param name="level">The stream it is for.</param>
    /// <param name="message">Makes the text when it is first read; what it needs must not change meanwhile.</param>
    public BdrcDiagnostic(BdrcDiagnosticLevel level, Func<string> message)
    {
        Level = level;
        _compose = message;
    }

    /// <summary>The stream it is for.</summary>
    public BdrcDiagnosticLevel Level { get; }

    /// <summary>The text, one line.</summary>
    public string Message => _message ??= _compose!();
}
