using Bdrc.Core.Http.Errors;
using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>
/// The outcomes of the earlier attempts of one call, and the decisions that follow from them (spec/retries.md sections 2 and
/// 4).
/// </summary>
internal sealed class RetryHistory(HttpCall call)
{
    private long? _started;
    private int _retries;
    private bool _outcomeUnknown;
    private bool _clockCorrected;
    private bool _credentialsRenewed;

    /// <summary>Starts the time of the call.</summary>
    public void Start() => _started ??= call.Clock.GetTimestamp();

    /// <summary>The remaining part of the call's total timeout.</summary>
    public TimeSpan Remaining => call.Options.RequestTimeout - Elapsed;

    private TimeSpan Elapsed => _started is { } started ? call.Clock.GetElapsedTime(started) : TimeSpan.Zero;

    /// <summary>Whether the failure means that an earlier attempt, whose outcome was unknown, took effect.</summary>
    public bool ConfirmsEarlierAttempt(AttemptFailure failure) =>
        _outcomeUnknown && failure.Error.Kind == BdrcErrorKind.NotFound && call.Idempotency == Idempotency.Removal;

    /// <summary>Corrects the clock skew from the failure, once for each call. Returns whether to sign and send again.</summary>
    public bool TryCorrectClock(AttemptFailure failure)
    {
        if (_clockCorrected || !failure.RefusesTimestamp || !call.Host.ClockSkew.TryUpdate(failure.ServerTime, call.Clock.GetUtcNow()))
            return false;

        _clockCorrected = true;
        if (call.Host.ClockSkew.TryMarkWarned())
            call.Log(BdrcDiagnosticLevel.Warning, call.Host.ClockSkew.Describe(call.Authority));
        return true;
    }

    /// <summary>Returns true once for each call: refused credentials are renewed once.</summary>
    public bool TryBeginRenewal() => !_credentialsRenewed && (_credentialsRenewed = true);

    /// <summary>How long to wait before the next attempt.</summary>
    /// <exception cref="BdrcException">No further attempt is allowed. The exception is the error of the call.</exception>
    public TimeSpan NextDelay(AttemptFailure failure)
    {
        _retries++;
        var error = failure.Error;
        var delay = _retries > call.Options.MaxRetries
            ? null
            : RetryPolicy.Delay(error, Classify(failure), call.Idempotency, _retries, call.Jitter());
        if (delay is not { } wait)
        {
            var reason = error.RetryAfter > RetryPolicy.MaxDelay
                ? Strings.HintTooLong.FormatInvariant(error.RetryAfter.Value.TotalSeconds)
                : null;
            throw FinalError(error, reason);
        }

        if (wait >= Remaining)
        {
            throw FinalError(
                error, Strings.RequestTimeoutNear.FormatInvariant(wait.TotalSeconds, call.Options.RequestTimeout.TotalSeconds));
        }

        if (!call.Host.RetryBudget.TryConsume(error))
            throw FinalError(error, Strings.RetryBudgetEmpty.FormatInvariant(call.Authority));
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
        return FinalError(
            new BdrcException(BdrcErrorKind.Timeout, "RequestTimeout", message)
            {
                Operation = call.Operation,
                Endpoint = call.Authority,
                Attempts = isSent ? call.Attempts : call.Attempts - 1,
                RecommendedAction = Advice.For("RequestTimeout", BdrcErrorKind.Timeout),
            },
            reason: null);
    }

    /// <summary>
    /// The error of a call that was cancelled before it was sent, although neither the caller nor a time limit requested it.
    /// </summary>
    public BdrcException Canceled() => FinalError(
        new BdrcException(
            BdrcErrorKind.Unknown,
            "UnexpectedCancellation",
            Strings.UnexpectedCancellation.FormatInvariant(call.DisplayName, call.Authority))
        {
            Operation = call.Operation,
            Endpoint = call.Authority,
            Attempts = call.Attempts,
        },
        reason: null);

    private FailureClass Classify(AttemptFailure failure)
    {
        // The service has seen the nonce of an attempt without a response, so that attempt probably arrived.
        var failureClass = _outcomeUnknown && failure.Error.Code == "SignatureNonceUsed" ? FailureClass.OutcomeUnknown : failure.Class;
        _outcomeUnknown |= failureClass == FailureClass.OutcomeUnknown;
        return failureClass;
    }

    private BdrcException FinalError(BdrcException error, string? reason)
    {
        var mayHaveWorked = error.OutcomeUnknown || (_outcomeUnknown && call.Idempotency != Idempotency.Read);
        var message = reason is null ? error.Description : error.Description + " " + reason;
        return Copy(error, message, mayHaveWorked);
    }

    /// <summary>Copies the last error, with the data of the whole call.</summary>
    private BdrcException Copy(BdrcException last, string message, bool outcomeUnknown) =>
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
