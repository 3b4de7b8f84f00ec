using Bdrc.Text;

namespace Bdrc.Core.Errors;

/// <summary>What the user can do about an error.</summary>
internal static class Advice
{
    public static string? For(string code, BdrcErrorKind kind) => code switch
    {
        "SignatureDoesNotMatch" => Messages.AdviceSecret,
        "InvalidAccessKeyId.NotFound" => Messages.AdviceKeyId,
        "InvalidTimeStamp.Expired" or "IllegalTimestamp" => Messages.AdviceClock,
        "CreateTaskFailed.PreviousTaskNotFinished" => Messages.AdviceTaskRuns,
        "ServiceNotOpened" => Messages.AdviceOpenService,
        "ServiceInitializing" => Messages.AdviceServiceStarts,
        "NameNotResolved" => Messages.AdviceName,
        "BadRequest.Endpoint.NotSupported" => Messages.AdviceEndpoint,
        _ => ForKind(kind),
    };

    private static string? ForKind(BdrcErrorKind kind) => kind switch
    {
        BdrcErrorKind.PermissionDenied => Messages.AdvicePermission,
        BdrcErrorKind.LimitsExceeded => Messages.AdviceQuota,
        BdrcErrorKind.Connection => Messages.AdviceConnection,
        BdrcErrorKind.Timeout or BdrcErrorKind.Unavailable => Messages.AdviceLater,
        _ => null,
    };
}
