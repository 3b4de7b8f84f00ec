using System.Globalization;
using System.Text;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Faults;

/// <summary>Something that goes wrong with one request.</summary>
public sealed class Fault
{
    private Fault()
    {
    }

    /// <summary>How long the answer takes.</summary>
    internal TimeSpan Delay { get; private init; }

    /// <summary>How far the clock is ahead for this request.</summary>
    internal TimeSpan Skew { get; private init; }

    /// <summary>Whether the request is carried out, although things go wrong.</summary>
    internal bool Executes { get; private init; }

    /// <summary>Whether the connection breaks instead of an answer.</summary>
    internal bool Resets { get; private init; }

    /// <summary>Whether the answer is cut off half-way.</summary>
    internal bool Truncates { get; private init; }

    /// <summary>The answer instead of the right one, made from request id and host; null to keep that.</summary>
    internal Func<string, string, SandboxResponse>? Answer { get; private init; }

    /// <summary>An error of the platform; the request is not carried out.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Code.</param>
    /// <param name="message">Message.</param>
    public static Fault Error(int status, string code, string message) => new()
    {
        Answer = (requestId, host) => Json(status, code, message, requestId, host),
    };

    /// <summary>A throttling answer: 429, <c>Throttling.User</c>.</summary>
    /// <param name="hint">How the wait is told.</param>
    /// <param name="wait">The wait.</param>
    public static Fault Throttle(ThrottleHint hint, TimeSpan wait) => new()
    {
        Answer = (requestId, host) => WithHint(
            Json(429, "Throttling.User", "Request was denied due to user flow control.", requestId, host), hint, wait),
    };

    /// <summary>An error status, as the platform or something in front of it answers it; the request is not carried out.</summary>
    /// <param name="status">HTTP status, 500, 502, 503 or 504 for instance.</param>
    /// <param name="body">What the answer holds.</param>
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
                status, "text/html; charset=utf-8", $"<html><head><title>{number}</title></head><body><h1>{number} from the gateway</h1></body></html>"),
            _ => Raw(status, null, string.Empty),
        };
    }

    /// <summary>Any status with any body; the request is not carried out.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="contentType">Media type; null for no body.</param>
    /// <param name="body">The body.</param>
    public static Fault Raw(int status, string? contentType, string body) => new()
    {
        Answer = (_, _) => new SandboxResponse(status, contentType, Encoding.UTF8.GetBytes(body)),
    };

    /// <summary>A connection that breaks.</summary>
    /// <param name="afterExecution">Whether the request had taken effect.</param>
    public static Fault Reset(bool afterExecution) => new() { Resets = true, Executes = afterExecution };

    /// <summary>A right answer that comes late.</summary>
    /// <param name="delay">How late, by the sandbox's clock; the request is carried out at the end of it.</param>
    public static Fault Slow(TimeSpan delay) => new() { Delay = delay, Executes = true };

    /// <summary>A right answer that is cut off half-way; the request has taken effect.</summary>
    public static Fault TruncatedJson() => new() { Truncates = true, Executes = true };

    /// <summary>A clock that is off for this request: for the check of its time stamp and for the Date of the answer.</summary>
    /// <param name="ahead">How far it is ahead; negative when behind. See <see cref="FaultPlan.ClockSkew"/> to keep it so.</param>
    public static Fault ClockSkew(TimeSpan ahead) => new() { Skew = ahead, Executes = true };

    /// <summary>The answer to credentials that have expired.</summary>
    public static Fault ExpiredToken() => Error(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");

    /// <summary>The answer to a nonce that was used before.</summary>
    public static Fault NonceUsed() => Error(400, "SignatureNonceUsed", "Specified signature nonce was used already.");

    private static SandboxResponse Json(int status, string code, string message, string requestId, string host) =>
        new(status, SandboxResponse.Json, ErrorBody.Write(code, message, requestId, host));

    private static SandboxResponse WithHint(SandboxResponse response, ThrottleHint hint, TimeSpan wait)
    {
        var milliseconds = ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        return hint switch
        {
            ThrottleHint.Milliseconds => response.With("x-acs-retry-after", milliseconds),
            ThrottleHint.RetryAfter => response.With("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
            ThrottleHint.RateLimit => response.With("X-RateLimit-User", $"Remain:0,Limit:10,Time:1000,TimeLeft:{milliseconds},Reset:0"),
            _ => response,
        };
    }
}
