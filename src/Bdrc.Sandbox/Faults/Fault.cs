using System.Globalization;
using System.Text;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Faults;

/// <summary>A fault that is injected into one request.</summary>
public sealed class Fault
{
    private Fault()
    {
    }

    /// <summary>The delay before the request is executed.</summary>
    internal TimeSpan Delay { get; private init; }

    /// <summary>How far the clock is ahead for this request.</summary>
    internal TimeSpan Skew { get; private init; }

    /// <summary>Whether the request is executed all the same.</summary>
    internal bool Executes { get; private init; }

    /// <summary>Whether the connection is reset instead of a response.</summary>
    internal bool Resets { get; private init; }

    /// <summary>Whether only the first half of the response body is sent.</summary>
    internal bool Truncates { get; private init; }

    /// <summary>Creates the response from request id and host; null keeps the response of the operation.</summary>
    internal Func<string, string, SandboxResponse>? CreateResponse { get; private init; }

    /// <summary>An error of the platform; the request is not executed.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Error code.</param>
    /// <param name="message">Error message.</param>
    public static Fault Error(int status, string code, string message) => new()
    {
        CreateResponse = (requestId, host) => Json(status, code, message, requestId, host),
    };

    /// <summary>A throttling response: 429, <c>Throttling.User</c>.</summary>
    /// <param name="hint">The header that carries the wait.</param>
    /// <param name="wait">The time to wait before the next request.</param>
    public static Fault Throttle(ThrottleHint hint, TimeSpan wait) => new()
    {
        CreateResponse = (requestId, host) => WithHint(
            Json(429, "Throttling.User", "Request was denied due to user flow control.", requestId, host), hint, wait),
    };

    /// <summary>An error status, as the platform or a gateway before it sends it; the request is not executed.</summary>
    /// <param name="status">HTTP status, for example 500, 502, 503 or 504.</param>
    /// <param name="body">The kind of the response body.</param>
    public static Fault Status(int status, FaultBody body = FaultBody.Json)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        return body switch
        {
            FaultBody.Json => Error(
                status,
                status == 503 ? "ServiceUnavailable" : "InternalError",
                "The request has failed due to a temporary failure of the server."),
            FaultBody.Html => Raw(
                status,
                "text/html; charset=utf-8",
                $"<html><head><title>{number}</title></head><body><h1>{number} from the gateway</h1></body></html>"),
            _ => Raw(status, null, string.Empty),
        };
    }

    /// <summary>Any status with any body; the request is not executed.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="contentType">Media type; null for no body.</param>
    /// <param name="body">The body.</param>
    public static Fault Raw(int status, string? contentType, string body) => new()
    {
        CreateResponse = (_, _) => new SandboxResponse(status, contentType, Encoding.UTF8.GetBytes(body)),
    };

    /// <summary>A connection reset.</summary>
    /// <param name="afterExecution">Whether the request is executed before the reset.</param>
    public static Fault Reset(bool afterExecution) => new() { Resets = true, Executes = afterExecution };

    /// <summary>A correct response that is late.</summary>
    /// <param name="delay">The delay by the sandbox's clock; the request is executed after it.</param>
    public static Fault Slow(TimeSpan delay) => new() { Delay = delay, Executes = true };

    /// <summary>A correct response whose body is truncated; the request is executed.</summary>
    public static Fault TruncatedJson() => new() { Truncates = true, Executes = true };

    /// <summary>A wrong clock for one request: for the check of its timestamp and for the response's Date header.</summary>
    /// <param name="ahead">How far the clock is ahead; negative: behind. <see cref="FaultPlan.ClockSkew"/> sets it for all requests.</param>
    public static Fault ClockSkew(TimeSpan ahead) => new() { Skew = ahead, Executes = true };

    /// <summary>The error for expired credentials.</summary>
    public static Fault ExpiredToken() => Error(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");

    /// <summary>The error for a nonce that was used before.</summary>
    public static Fault NonceUsed() => Error(400, "SignatureNonceUsed", "Specified signature nonce was used already.");

    private static SandboxResponse Json(int status, string code, string message, string requestId, string host) =>
        new(status, SandboxResponse.Json, ErrorBody.Write(code, message, requestId, host));

    private static SandboxResponse WithHint(SandboxResponse response, ThrottleHint hint, TimeSpan wait)
    {
        var milliseconds = ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        return hint switch
        {
            ThrottleHint.Milliseconds => response.WithHeader("x-acs-retry-after", milliseconds),
            ThrottleHint.RetryAfter => response.WithHeader("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
            ThrottleHint.RateLimit => response.WithHeader("X-RateLimit-User", $"Remain:0,Limit:10,Time:1000,TimeLeft:{milliseconds},Reset:0"),
            _ => response,
        };
    }
}

/// <summary>The body of an error response.</summary>
public enum FaultBody
{
    /// <summary>An error in the platform's JSON format.</summary>
    Json,

    /// <summary>An HTML page, as a proxy or a load balancer sends it.</summary>
    Html,

    /// <summary>An empty body.</summary>
    Empty,
}

/// <summary>How a throttling response reports the wait.</summary>
public enum ThrottleHint
{
    /// <summary>No header.</summary>
    None,

    /// <summary>As <c>x-acs-retry-after</c>, in milliseconds.</summary>
    Milliseconds,

    /// <summary>As <c>Retry-After</c>, in seconds.</summary>
    RetryAfter,

    /// <summary>As <c>TimeLeft</c> of <c>X-RateLimit-User</c>, in milliseconds.</summary>
    RateLimit,
}
