using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>Tells the faults a wait sits out from those that end it.</summary>
internal static class TransientFault
{
    /// <summary>Whether a later look may go well although nothing is changed.</summary>
    public static bool Is(BdrcException failure) =>
        RetryPolicy.Classify(failure) != FailureClass.Final
        || failure.Kind == BdrcErrorKind.InvalidResponse
        || failure.Code == "SignatureNonceUsed";

    /// <summary>
    /// Whether the caller was refused in a way that the renewal of credentials or of the clock mends. Once the service has
    /// accepted the caller this is worth another look.
    /// </summary>
    public static bool IsRenewal(BdrcException failure) =>
        failure.Kind == BdrcErrorKind.Authentication
        && !failure.Code.StartsWith("InvalidAccessKeyId", StringComparison.Ordinal)
        && failure.Code is not ("SignatureDoesNotMatch" or "Forbidden.AccessKeyDisabled");
}
