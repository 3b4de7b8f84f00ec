namespace Bdrc.Core.Http.Errors;

/// <summary>
/// Classifies the errors of the service by code, or by HTTP status when the code is unknown (spec/signing.md section 10).
/// </summary>
internal static class ErrorKindClassifier
{
    private static readonly HashSet<string> AuthenticationCodes = new(StringComparer.Ordinal)
    {
        "SignatureDoesNotMatch", "IncompleteSignature", "SignatureNonceUsed", "IllegalTimestamp", "MissingSecurityToken",
        "InvalidSignatureMethod", "Forbidden.AccessKeyDisabled", "MissingAuthorization", "MissingAccessKeyId",
    };

    private static readonly HashSet<string> ConflictCodes = new(StringComparer.Ordinal)
    {
        "CreateTaskFailed.PreviousTaskNotFinished", "ServiceAlreadyOpened", "ServiceInitializing", "ServiceNotOpened",
        "InvalidResource.CheckDisabled", "InvalidProtectionPolicy.ProtectionPolicyName.Duplicate", "IdempotentParameterMismatch",
    };

    public static BdrcErrorKind Of(string code, int status, bool hasPlatformHint)
    {
        if (hasPlatformHint || status == 429 || IsThrottling(code))
            return BdrcErrorKind.LimitsExceeded;
        if (ConflictCodes.Contains(code))
            return BdrcErrorKind.Conflict;
        if (AuthenticationCodes.Contains(code) || StartsWith(code, "InvalidAccessKeyId") || StartsWith(code, "InvalidTimeStamp")
            || StartsWith(code, "InvalidSecurityToken"))
            return BdrcErrorKind.Authentication;
        if (StartsWith(code, "Forbidden") || StartsWith(code, "NoPermission") || StartsWith(code, "AccessDenied")
            || code is "ActionUnauthorized" || code.EndsWith(".NoPermission", StringComparison.Ordinal))
            return BdrcErrorKind.PermissionDenied;
        if (StartsWith(code, "QuotaExceeded") || StartsWith(code, "LimitExceeded"))
            return BdrcErrorKind.LimitsExceeded;
        if (code is "InvalidVersion" or "NoSuchVersion" or "InvalidAction.NotFound" or "InvalidApi.NotFound"
            or "InvalidProduct.NotFound" or "BadRequest.Endpoint.NotSupported")
            return BdrcErrorKind.InvalidArgument;
        return OfStatus(status);
    }

    private static BdrcErrorKind OfStatus(int status) => status switch
    {
        401 => BdrcErrorKind.Authentication,
        403 => BdrcErrorKind.PermissionDenied,
        404 => BdrcErrorKind.NotFound,
        408 => BdrcErrorKind.Timeout,
        409 => BdrcErrorKind.Conflict,
        >= 500 => BdrcErrorKind.Unavailable,
        400 or 405 or 415 or 422 => BdrcErrorKind.InvalidArgument,
        _ => BdrcErrorKind.Unknown,
    };

    private static bool IsThrottling(string code) =>
        code == "Throttling" || StartsWith(code, "Throttling.") || Contains(code, "TooManyRequests") || Contains(code, "FlowControl")
        || Contains(code, "QpsLimit");

    private static bool StartsWith(string code, string prefix) => code.StartsWith(prefix, StringComparison.Ordinal);

    private static bool Contains(string code, string part) => code.Contains(part);
}
