namespace Bdrc.Core.Http.Retry;

/// <summary>Decides whether and when a failed attempt is retried (spec/retries.md sections 2 and 4).</summary>
internal static class RetryPolicy
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortestBackOff = TimeSpan.FromMilliseconds(50);

    /// <summary>The wait before the next attempt; null when there must be none.</summary>
    /// <param name="failure">The error of the attempt.</param>
    /// <param name="failureClass">The class of the failure.</param>
    /// <param name="idempotency">The idempotency of the operation.</param>
    /// <param name="retry">Number of the retry, from 1.</param>
    /// <param name="jitter">A number from 0 to below 1.</param>
    public static TimeSpan? Delay(
        BdrcException failure, FailureClass failureClass, Idempotency idempotency, int retry, double jitter) => failureClass switch
        {
            FailureClass.Throttled => ThrottledDelay(failure.RetryAfter, retry, jitter),
            FailureClass.NotExecuted => BackOff(TimeSpan.FromMilliseconds(500), retry, jitter),
            FailureClass.OutcomeUnknown when idempotency != Idempotency.None =>
                BackOff(TimeSpan.FromMilliseconds(500), retry, jitter),
            _ => null,
        };

    public static FailureClass Classify(BdrcException failure) => failure.Kind switch
    {
        BdrcErrorKind.LimitsExceeded when failure.StatusCode > 0 && !IsQuota(failure.Code) => FailureClass.Throttled,
        BdrcErrorKind.Unavailable => FailureClass.OutcomeUnknown,
        BdrcErrorKind.Timeout => FailureClass.OutcomeUnknown,
        BdrcErrorKind.Connection => failure.Code switch
        {
            "ConnectionBroken" or "AnswerDamaged" => FailureClass.OutcomeUnknown,
            "TlsFailed" => FailureClass.Final,
            _ => FailureClass.NotExecuted,
        },
        _ => FailureClass.Final,
    };

    private static bool IsQuota(string code) =>
        code.StartsWith("QuotaExceeded", StringComparison.Ordinal) || code.StartsWith("LimitExceeded", StringComparison.Ordinal);

    private static TimeSpan? ThrottledDelay(TimeSpan? hint, int retry, double jitter)
    {
        if (hint is { } requested)
        {
            // A retry before the requested time would be refused again.
            if (requested > MaxDelay)
                return null;
            var spread = Math.Min(1000, requested.TotalMilliseconds / 10);
            return requested + TimeSpan.FromMilliseconds(spread * jitter);
        }

        var ceiling = Ceiling(TimeSpan.FromSeconds(1), retry);
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (jitter / 2)));
    }

    private static TimeSpan BackOff(TimeSpan unit, int retry, double jitter)
    {
        var floor = ShortestBackOff.TotalMilliseconds;
        return TimeSpan.FromMilliseconds(floor + ((Ceiling(unit, retry) - floor) * jitter));
    }

    private static double Ceiling(TimeSpan unit, int retry) =>
        Math.Min(LongestBackOff.TotalMilliseconds, unit.TotalMilliseconds * Math.Pow(2, retry - 1));
}

/// <summary>Whether a failed attempt may have taken effect (spec/retries.md section 2).</summary>
internal enum FailureClass
{
    /// <summary>Class C: a retry would fail again.</summary>
    Final,

    /// <summary>Class A: the service did not execute the request.</summary>
    NotExecuted,

    /// <summary>Class A: the service refused the request because of a quota.</summary>
    Throttled,

    /// <summary>Class B: the service may have executed the request.</summary>
    OutcomeUnknown,
}

/// <summary>Whether a call may be retried when it is unknown whether it took effect (spec/retries.md section 2).</summary>
public enum Idempotency
{
    /// <summary>Changes nothing, so it can always be retried.</summary>
    Read,

    /// <summary>Sets a state, or has a ClientToken, so a retry changes nothing more.</summary>
    Idempotent,

    /// <summary>
    /// Removes something. It is idempotent, and "not found" after an unknown outcome means that the earlier attempt succeeded.
    /// </summary>
    Removal,

    /// <summary>Starts or creates something. It is retried only when the earlier attempt was not executed.</summary>
    None,
}
