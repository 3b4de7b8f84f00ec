namespace Bdrc;

/// <summary>A message from below the cmdlets to one of the user's streams. It holds no secret.</summary>
public sealed class BdrcDiagnostic
{
    /// <summary>Makes a message.</summary>
    /// <param name="level">The stream it is for.</param>
    /// <param name="message">The text.</param>
    public BdrcDiagnostic(BdrcDiagnosticLevel level, string message)
    {
        Level = level;
        Message = message;
    }

    /// <summary>The stream it is for.</summary>
    public BdrcDiagnosticLevel Level { get; }

    /// <summary>The text, one line.</summary>
    public string Message { get; }
}
