namespace Bdrc;

/// <summary>The stream a <see cref="BdrcDiagnostic"/> is for.</summary>
public enum BdrcDiagnosticLevel
{
    /// <summary>Details of requests and answers.</summary>
    Debug,

    /// <summary>One line a call, retries and waits.</summary>
    Verbose,

    /// <summary>Something the user should know although the call goes on.</summary>
    Warning,

    /// <summary>The call pauses for seconds: shown as progress until it goes on.</summary>
    Waiting,
}
