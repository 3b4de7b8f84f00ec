using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>Decides which faults end a wait and which only delay its next poll.</summary>
internal sealed class PollFaultPolicy
{
    /// <summary>Renewed credentials are accepted after fewer refusals in a row; ten take about six minutes.</summary>
    private const int MaxConsecutiveRefusals = 10;

    private bool _hasReachedService;
    private int _consecutiveRefusals;

    /// <summary>Whether a later poll can succeed without a change by the user.</summary>
    public static bool IsTransient(BdrcException failure) =>
        RetryPolicy.Classify(failure) != FailureClass.Final
        || failure.Kind is BdrcErrorKind.InvalidResponse or BdrcErrorKind.Connection
        || failure.Code == "SignatureNonceUsed";

    /// <summary>Whether the failure concerns the polled task only. The others end the whole wait.</summary>
    public static bool ConcernsTask(BdrcException failure) =>
        failure.Kind != BdrcErrorKind.Authentication && failure is not { Kind: BdrcErrorKind.Unknown, StatusCode: 0 };

    /// <summary>Records a poll.</summary>
    /// <param name="fault">The fault of the poll; null for none.</param>
    /// <param name="hasData">Whether the poll returned something despite the fault.</param>
    /// <exception cref="BdrcException">The host was never reached, so its address is probably wrong.</exception>
    public void Record(BdrcException? fault, bool hasData)
    {
        if (!_hasReachedService && fault is { Kind: BdrcErrorKind.Connection })
            throw fault;

        if (fault is null || hasData)
            _consecutiveRefusals = 0;
        _hasReachedService = true;
    }

    /// <summary>
    /// Whether the wait continues after the service refused the caller. It does when the service accepted the caller before
    /// and the credentials or the clock may only need to be renewed.
    /// </summary>
    public bool ToleratesRefusal(BdrcException failure) =>
        _hasReachedService && MayNeedRenewal(failure) && ++_consecutiveRefusals <= MaxConsecutiveRefusals;

    private static bool MayNeedRenewal(BdrcException failure) =>
        failure.Kind == BdrcErrorKind.Authentication
        && !failure.Code.StartsWith("InvalidAccessKeyId", StringComparison.Ordinal)
        && failure.Code is not ("SignatureDoesNotMatch" or "Forbidden.AccessKeyDisabled");
}
