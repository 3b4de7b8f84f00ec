using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>The recommended actions for errors.</summary>
internal static class Advice
{
    public static string? For(string code, BdrcErrorKind kind) => code switch
    {
        "SignatureDoesNotMatch" => Strings.AdviceSecret,
        "InvalidAccessKeyId.NotFound" => Strings.AdviceKeyId,
        "InvalidTimeStamp.Expired" or "IllegalTimestamp" => Strings.AdviceClock,
        "CreateTaskFailed.PreviousTaskNotFinished" => Strings.AdviceTaskRuns,
        "ServiceNotOpened" => Strings.AdviceOpenService,
        "ServiceInitializing" => Strings.AdviceServiceStarts,
        "InvalidRdAccount.NotEnabledRdTrustedService" => Strings.AdviceCrossAccount,
        "NameNotResolved" => Strings.AdviceName,
        "TlsFailed" => Strings.AdviceTls,
        "ProxyFailed" => Strings.AdviceProxy,
        "BadRequest.Endpoint.NotSupported" => Strings.AdviceEndpoint,
        _ => ForKind(kind),
    };

    private static string? ForKind(BdrcErrorKind kind) => kind switch
    {
        BdrcErrorKind.PermissionDenied => Strings.AdvicePermission,
        BdrcErrorKind.LimitsExceeded => Strings.AdviceQuota,
        BdrcErrorKind.Connection => Strings.AdviceConnection,
        BdrcErrorKind.Timeout or BdrcErrorKind.Unavailable => Strings.AdviceTryLater,
        _ => null,
    };
}
