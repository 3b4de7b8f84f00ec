using System.Globalization;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>Creates the errors of BDRC itself.</summary>
internal sealed class ServiceFailureClassifier : IFailureClassifier
{
    public static readonly ServiceFailureClassifier Instance = new();

    public BdrcException FromResponse(HttpResponseMessage response, HttpRequestMessage request, HttpCall call)
    {
        var body = ErrorResponse.Parse(BufferedContent.BytesOf(response));
        var status = (int)response.StatusCode;
        var code = body.Code ?? "HttpError." + status.ToString(CultureInfo.InvariantCulture);
        var kind = ErrorKindClassifier.Of(code, status, RetryHint.HasPlatformHint(response));
        var redactor = SecretRedactor.Of(request, []);
        return new BdrcException(kind, code, Message(body, code, status, redactor, call))
        {
            StatusCode = status,
            RequestId = body.RequestId ?? ResponseHeaders.First(response, "x-acs-request-id"),
            Operation = call.Operation,
            Endpoint = call.Authority,
            Attempts = call.Attempts,
            OutcomeUnknown = kind == BdrcErrorKind.Unavailable && call.Idempotency != Idempotency.Read,
            Recommend = body.Recommend is null ? null : redactor.Redact(body.Recommend),
            RetryAfter = RetryHint.Of(response),
            AccessDeniedDetail = body.AccessDeniedDetail is null ? null : redactor.Redact(body.AccessDeniedDetail),
            RecommendedAction = Advice.For(code, kind),
        };
    }

    public BdrcException FromTransport(Exception failure, HttpCall call)
    {
        var cause = TransportFailure.Of(failure, call.Route.ProxyFor(call.Endpoint));
        return new BdrcException(
            cause.Kind, cause.Code, Describe(cause, call), FrameworkMessage.Copy(failure))
        {
            Operation = call.Operation,
            Endpoint = call.Authority,
            Attempts = call.Attempts,
            OutcomeUnknown = cause.OutcomeUnknown && call.Idempotency != Idempotency.Read,
            RecommendedAction = Advice.For(cause.Code, cause.Kind),
        };
    }

    public FailureClass Classify(BdrcException error) => RetryPolicy.Classify(error);

    private static string Describe(TransportFailure cause, HttpCall call)
    {
        var text = cause.OutcomeUnknown ? Strings.ServiceInterrupted : Strings.ServiceUnreachable;
        return text.FormatInvariant(call.Operation, call.Authority, cause.Description);
    }

    private static string Message(ErrorResponse body, string code, int status, SecretRedactor redactor, HttpCall call)
    {
        if (code == "SignatureDoesNotMatch")
            return SignatureMismatch.Explain(body.Message ?? string.Empty, call.Signed);
        return body.Message is { } text
            ? TextSanitizer.Of(redactor.Redact(SignatureMismatch.RemoveEcho(text)))
            : Strings.MessageMissing.FormatInvariant(status);
    }
}

/// <summary>Reads response headers.</summary>
internal static class ResponseHeaders
{
    /// <summary>The first value of a header; null when it is absent.</summary>
    public static string? First(HttpResponseMessage response, string name)
    {
        if (response.Headers.TryGetValues(name, out var values))
        {
            foreach (var value in values)
                return value;
        }

        return null;
    }
}
