using Bdrc.Core.Http.Errors;
using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>What the attempts of one call have shown so far, and what follows from it (spec/retries.md sections 2 and 4).</summary>
internal sealed class RetryHistory(ApiCall call)
{
    private readonly long _started = call.State.TimeProvider.GetTimestamp();
    private int _retries;
    private bool _outcomeUnknown;
    private bool _clockMended;

    private TimeSpan Elapsed => call.State.TimeProvider.GetElapsedTime(_started);

    /// <summary>How long the next attempt may take: its own limit, or what is left of the call's.</summary>
    public TimeSpan TimeForAttempt()
    {
        var left = call.State.Settings.RequestTimeout - Elapsed;
        return left < RetryPolicy.AttemptTimeout ? left : RetryPolicy.AttemptTimeout;
    }

    /// <summary>Whether the failure says that an earlier attempt, whose outcome was unknown, has done what was asked.</summary>
    public bool MeansDone(BdrcException failure) =>
        _outcomeUnknown && failure.Kind == BdrcErrorKind.NotFound && call.Operation.Idempotency == Idempotency.Removal;

    /// <summary>Whether the host's clock was learned from the failure, so that signing again makes sense; once in a call.</summary>
    public bool MendsClock(BdrcException failure)
    {
        if (_clockMended || !ClockSkew.Causes(failure.Code) || !call.Host.ClockSkew.Learn(call.ServerTime, call.State.TimeProvider.GetUtcNow()))
            return false;

        _clockMended = true;
        if (call.Host.ClockSkew.ShouldWarn())
            call.Report(BdrcDiagnosticLevel.Warning, call.Host.ClockSkew.Describe(call.Authority));

        return true;
    }

    /// <summary>How long to wait before the next attempt.</summary>
    /// <exception cref="BdrcException">There must be none; this ends the call.</exception>
    public TimeSpan NextDelay(BdrcException failure)
    {
        _retries++;
        var delay = _retries > call.State.Settings.MaxRetries
            ? null
            : RetryPolicy.Delay(failure, ClassOf(failure), call.Operation.Idempotency, _retries, call.State.Jitter());
        if (delay is not { } wait)
            throw End(failure, failure.RetryAfter > RetryPolicy.MaxDelay ? Strings.HintTooLong.FormatInvariant(failure.RetryAfter.Value.TotalSeconds) : null);
        if (Elapsed + wait >= call.State.Settings.RequestTimeout)
            throw End(failure, Strings.RequestTimeoutNear.FormatInvariant(wait.TotalSeconds, call.State.Settings.RequestTimeout.TotalSeconds));
        if (!call.Host.RetryBudget.TryTake(failure))
            throw End(failure, Strings.RetryBudgetEmpty.FormatInvariant(call.Context.Endpoint.Authority));
        return wait;
    }

    private FailureClass ClassOf(BdrcException failure)
    {
        // The nonce of a lost attempt is known to the service: that attempt has probably arrived.
        var kind = _outcomeUnknown && failure.Code == "SignatureNonceUsed" ? FailureClass.OutcomeUnknown : RetryPolicy.Classify(failure);
        _outcomeUnknown |= kind == FailureClass.OutcomeUnknown;
        return kind;
    }

    private BdrcException End(BdrcException failure, string? reason)
    {
        var mayHaveWorked = failure.OutcomeUnknown || (_outcomeUnknown && call.Operation.Idempotency != Idempotency.Read);
        var message = failure.Message;
        if (reason is not null)
            message += " " + reason;
        if (mayHaveWorked && call.Operation.Idempotency == Idempotency.None)
            message += " " + Strings.OutcomeUnknown;
        return ErrorFactory.Final(failure, message, Elapsed, mayHaveWorked);
    }
}
