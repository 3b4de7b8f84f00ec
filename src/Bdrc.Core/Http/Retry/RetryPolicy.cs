namespace Bdrc.Core.Http.Retry;

/// <summary>When a failed attempt is repeated, and after how long (spec/retries.md sections 2 and 4).</summary>
internal static class RetryPolicy
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortestBackOff = TimeSpan.FromMilliseconds(50);

    /// <summary>The wait before the next attempt; null when there must be none.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="failureClass">What that says about the call.</param>
    /// <param name="idempotency">Whether the operation may be repeated.</param>
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
        if (hint is { } asked)
        {
            // Waiting less than asked would only be refused again.
            if (asked > MaxDelay)
                return null;
            var spread = Math.Min(1000, asked.TotalMilliseconds / 10);
            return asked + TimeSpan.FromMilliseconds(spread * jitter);
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
