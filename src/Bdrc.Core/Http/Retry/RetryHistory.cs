using Bdrc.Core.Http.Errors;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>What the attempts of one call have shown so far, and what follows from it (spec/retries.md sections 2 and 4).</summary>
internal sealed class RetryHistory(HttpCall call)
{
    private long? _started;
    private int _retries;
    private bool _outcomeUnknown;
    private bool _clockCorrected;
    private bool _credentialsRenewed;

    /// <summary>Starts the time of the call.</summary>
    public void Start() => _started ??= call.Clock.GetTimestamp();

    /// <summary>What is left of the call's total timeout.</summary>
    public TimeSpan Remaining => call.Options.RequestTimeout - Elapsed;

    private TimeSpan Elapsed => _started is { } started ? call.Clock.GetElapsedTime(started) : TimeSpan.Zero;

    /// <summary>Whether the failure means that an earlier attempt, whose outcome was unknown, took effect.</summary>
    public bool MeansDone(AttemptFailure failure) =>
        _outcomeUnknown && failure.Error.Kind == BdrcErrorKind.NotFound && call.Idempotency == Idempotency.Removal;

    /// <summary>Whether the host's clock was learned from the failure, so that signing again makes sense; once for each call.</summary>
    public bool CorrectsClock(AttemptFailure failure)
    {
        if (_clockCorrected || !failure.RefusesTimestamp || !call.Host.ClockSkew.Learn(failure.ServerTime, call.Clock.GetUtcNow()))
            return false;

        _clockCorrected = true;
        if (call.Host.ClockSkew.ShouldWarn())
            call.Log(BdrcDiagnosticLevel.Warning, call.Host.ClockSkew.Describe(call.Authority));
        return true;
    }

    /// <summary>Whether refused credentials may be renewed: once for each call.</summary>
    public bool MayRenewCredentials() => !_credentialsRenewed && (_credentialsRenewed = true);

    /// <summary>How long to wait before the next attempt.</summary>
    /// <exception cref="BdrcException">There must be no further attempt: the error of the call.</exception>
    public TimeSpan NextDelay(AttemptFailure failure)
    {
        _retries++;
        var error = failure.Error;
        var delay = _retries > call.Options.MaxRetries
            ? null
            : RetryPolicy.Delay(error, ClassOf(failure), call.Idempotency, _retries, call.Jitter());
        if (delay is not { } wait)
            throw End(error, error.RetryAfter > RetryPolicy.MaxDelay ? Strings.HintTooLong.FormatInvariant(error.RetryAfter.Value.TotalSeconds) : null);
        if (wait >= Remaining)
            throw End(error, Strings.RequestTimeoutNear.FormatInvariant(wait.TotalSeconds, call.Options.RequestTimeout.TotalSeconds));
        if (!call.Host.RetryBudget.TryTake(error))
            throw End(error, Strings.RetryBudgetEmpty.FormatInvariant(call.Authority));
        return wait;
    }

    /// <summary>The error of a call whose total timeout has passed.</summary>
    public BdrcException TimedOut()
    {
        var isSent = call.Stage is CallStage.Sending or CallStage.Retrying;
        var cause = call.Stage switch
        {
            CallStage.RateLimit => Strings.TimedOutInRateLimit,
            CallStage.RetryAfter => Strings.TimedOutInRetryAfter,
            CallStage.Credentials => Strings.TimedOutInCredentials,
            _ => Strings.TimedOutInResponse,
        };
        var message = Strings.RequestTimedOut.FormatInvariant(
            call.DisplayName, call.Authority, call.Options.RequestTimeout.TotalSeconds, cause);
        _outcomeUnknown |= call.Stage == CallStage.Sending;
        return End(
            new BdrcException(BdrcErrorKind.Timeout, "RequestTimeout", message)
            {
                Operation = call.Operation,
                Endpoint = call.Authority,
                Attempts = isSent ? call.Attempts : call.Attempts - 1,
                RecommendedAction = Advice.For("RequestTimeout", BdrcErrorKind.Timeout),
            },
            reason: null);
    }

    private FailureClass ClassOf(AttemptFailure failure)
    {
        // The nonce of a lost attempt is known to the service: that attempt has probably arrived.
        var kind = _outcomeUnknown && failure.Error.Code == "SignatureNonceUsed" ? FailureClass.OutcomeUnknown : failure.Class;
        _outcomeUnknown |= kind == FailureClass.OutcomeUnknown;
        return kind;
    }

    private BdrcException End(BdrcException error, string? reason)
    {
        var mayHaveWorked = error.OutcomeUnknown || (_outcomeUnknown && call.Idempotency != Idempotency.Read);
        var message = error.Message;
        if (reason is not null)
            message += " " + reason;
        if (mayHaveWorked && call.Idempotency == Idempotency.None)
            message += " " + Strings.OutcomeUnknown;
        return Final(error, message, mayHaveWorked);
    }

    /// <summary>The error that ends the call: the last one, with what the attempts add to it.</summary>
    private BdrcException Final(BdrcException last, string message, bool outcomeUnknown) =>
        new(last.Kind, last.Code, message, last.InnerException)
        {
            StatusCode = last.StatusCode,
            RequestId = last.RequestId,
            Operation = last.Operation,
            Endpoint = last.Endpoint,
            Attempts = last.Attempts,
            Elapsed = Elapsed,
            OutcomeUnknown = outcomeUnknown,
            Recommend = last.Recommend,
            RetryAfter = last.RetryAfter,
            AccessDeniedDetail = last.AccessDeniedDetail,
            RecommendedAction = last.RecommendedAction,
        };
}
