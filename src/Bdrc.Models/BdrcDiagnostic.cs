namespace Bdrc;

/// <summary>A message of the core for one of the streams of the user. It contains no secret.</summary>
public sealed class BdrcDiagnostic
{
    private readonly Func<string>? _compose;
    private string? _message;

    /// <summary>Creates a message with a fixed text.</summary>
    /// <param name="level">The target stream.</param>
    /// <param name="message">The text.</param>
    public BdrcDiagnostic(BdrcDiagnosticLevel level, string message)
    {
        Level = level;
        _message = message;
    }

    /// <summary>Creates a message whose text is composed only when it is read.</summary>
    /// <param name="level">The target stream.</param>
    /// <param name="message">Composes the text on first use; the captured state must not change until then.</param>
    public BdrcDiagnostic(BdrcDiagnosticLevel level, Func<string> message)
    {
        Level = level;
        _compose = message;
    }

    /// <summary>The target stream.</summary>
    public BdrcDiagnosticLevel Level { get; }

    /// <summary>The text, in one line.</summary>
    public string Message => _message ??= _compose!();
}

/// <summary>The target stream of a <see cref="BdrcDiagnostic"/>.</summary>
public enum BdrcDiagnosticLevel
{
    /// <summary>Details of requests and responses.</summary>
    Debug,

    /// <summary>One line for each call, retry and wait.</summary>
    Verbose,

    /// <summary>A problem that does not stop the call.</summary>
    Warning,

    /// <summary>A delay of some seconds, shown as progress until the call continues.</summary>
    Waiting,
}
