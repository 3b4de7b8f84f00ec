using Bdrc.Text;

namespace Bdrc;

/// <summary>A failed call with the error details of the service or the network.</summary>
public sealed class BdrcException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="code">The service's error code, or this module's own.</param>
    /// <param name="message">The error message for the user.</param>
    /// <param name="innerException">The cause; null when the service reported the error.</param>
    public BdrcException(BdrcErrorKind kind, string code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Code = code;
    }

    /// <summary>
    /// The error message. It ends with a sentence about the outcome when <see cref="OutcomeUnknown"/> is true: this is the only
    /// place that adds it, so no error lacks it.
    /// </summary>
    public override string Message => OutcomeUnknown ? base.Message + " " + Strings.OutcomeUnknown : base.Message;

    /// <summary>The message without the sentence about the outcome, for an exception that replaces this one.</summary>
    internal string Description => base.Message;

    /// <summary>The kind of failure.</summary>
    public BdrcErrorKind Kind { get; }

    /// <summary>The service's error code, such as <c>Throttling.User</c>, or this module's own, such as <c>ConnectionRefused</c>.</summary>
    public string Code { get; }

    /// <summary>HTTP status of the response; 0 when there was none.</summary>
    public int StatusCode { get; init; }

    /// <summary>Id of the last request, for support cases; null when no response was received.</summary>
    public string? RequestId { get; init; }

    /// <summary>The API operation, such as <c>DescribeTask</c>; null when no call was made.</summary>
    public string? Operation { get; init; }

    /// <summary>Host and port that were called; null when no call was made.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The number of requests that were sent; 0 when nothing was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Total duration of the call, delays and retries included; zero when nothing was sent.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>True when the call may have taken effect although it failed. Check the state before you send it again.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The troubleshooting link of the service; null when it returned none.</summary>
    public string? Recommend { get; init; }

    /// <summary>The delay before the next call that the service requested; null when it requested none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service's <c>AccessDeniedDetail</c> as JSON text; null when it returned none.</summary>
    public string? AccessDeniedDetail { get; init; }

    /// <summary>The action that the user can take; null when the message has no further advice.</summary>
    public string? RecommendedAction { get; init; }
}

/// <summary>The kind of failure of a <see cref="BdrcException"/>. It determines the PowerShell error category.</summary>
public enum BdrcErrorKind
{
    /// <summary>The service rejected the call for a reason without a kind of its own.</summary>
    Unknown,

    /// <summary>A parameter is missing or invalid, according to this module or the service.</summary>
    InvalidArgument,

    /// <summary>No usable credentials, or the service does not accept them.</summary>
    Authentication,

    /// <summary>The identity is valid but has no permission for the operation.</summary>
    PermissionDenied,

    /// <summary>The requested object does not exist.</summary>
    NotFound,

    /// <summary>Too many calls, or a quota is used up.</summary>
    LimitsExceeded,

    /// <summary>A response or the end of a wait exceeded its time limit.</summary>
    Timeout,

    /// <summary>The host is unreachable or the connection was interrupted.</summary>
    Connection,

    /// <summary>The service is temporarily unavailable (5xx).</summary>
    Unavailable,

    /// <summary>The call conflicts with the current state, for example because a task of the same type is running.</summary>
    Conflict,

    /// <summary>The response could not be parsed.</summary>
    InvalidResponse,
}
