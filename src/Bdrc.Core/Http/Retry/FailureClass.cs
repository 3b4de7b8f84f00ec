namespace Bdrc.Core.Http.Retry;

/// <summary>What a failure says about the call (spec/retries.md section 2).</summary>
internal enum FailureClass
{
    /// <summary>Class C: repeating it would fail again.</summary>
    Final,

    /// <summary>Class A: the service certainly did nothing.</summary>
    NotExecuted,

    /// <summary>Class A: refused for the number of calls.</summary>
    Throttled,

    /// <summary>Class B: the service may have done it.</summary>
    OutcomeUnknown,
}
