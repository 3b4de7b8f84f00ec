namespace Bdrc.Core.Errors;

/// <summary>What the user can do about an error.</summary>
internal static class Advice
{
    public static string? For(string code, BdrcErrorKind kind) => code switch
    {
        "SignatureDoesNotMatch" => "Check the access key secret: copy it again, without blanks or line breaks.",
        "InvalidAccessKeyId.NotFound" => "Check the access key id, and that it belongs to the account and cloud of this endpoint.",
        "InvalidTimeStamp.Expired" or "IllegalTimestamp" => "Set this machine's clock: it may be at most 15 minutes off.",
        "CreateTaskFailed.PreviousTaskNotFinished" => "Wait for the task that is running: Get-BdrcTask -Status RUNNING | Wait-BdrcTask.",
        "ServiceNotOpened" => "Open the service: Enable-BdrcService -Wait.",
        "ServiceInitializing" => "Wait until the service is initialised: Enable-BdrcService -Wait, or look with Get-BdrcService.",
        "NameNotResolved" => "Check -Region and -Endpoint; BDRC is documented for cn-shanghai, ap-southeast-1 and cn-shanghai-finance-1.",
        "BadRequest.Endpoint.NotSupported" => "Check -Region: BDRC is documented for cn-shanghai, ap-southeast-1 and cn-shanghai-finance-1.",
        _ => ForKind(kind),
    };

    private static string? ForKind(BdrcErrorKind kind) => kind switch
    {
        BdrcErrorKind.PermissionDenied => "Have the RAM identity granted the bdrc action of this operation.",
        BdrcErrorKind.LimitsExceeded => "Call less often: the quota is 10 requests per second for each operation and account.",
        BdrcErrorKind.Connection => "Check the network, the proxy and the endpoint.",
        BdrcErrorKind.Timeout or BdrcErrorKind.Unavailable => "Try again later; give the RequestId to support if it goes on.",
        _ => null,
    };
}
