using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>Creates the errors of a successful status with a body that the operation does not return.</summary>
internal static class UnexpectedBody
{
    /// <summary>Whether a body without data has an error code. Some gateways return errors with the status 200.</summary>
    public static bool IsError(byte[] body) =>
        body.Length > 0 && ErrorResponse.Parse(body).Code is { } code && !IsSuccess(code);

    /// <summary>Creates the error. It has the code and the message of the service when the body has them.</summary>
    /// <param name="response">The response; its body has been read.</param>
    /// <param name="call">The call.</param>
    /// <param name="failure">The failure of the parser, without any text of the body; null for none.</param>
    public static BdrcException ToError(HttpResponseMessage response, HttpCall call, Exception? failure)
    {
        var body = ErrorResponse.Parse(BufferedContent.BytesOf(response));
        var status = (int)response.StatusCode;
        var code = body.Code is null || IsSuccess(body.Code) ? "InvalidResponse" : body.Code;
        var kind = ErrorKindClassifier.Of(code, status, RetryHint.HasPlatformHint(response));
        if (kind == BdrcErrorKind.Unknown)
            kind = BdrcErrorKind.InvalidResponse;
        var redactor = SecretRedactor.Of(response.RequestMessage, []);
        return new BdrcException(kind, code, Describe(body, status, redactor, call), failure)
        {
            StatusCode = status,
            RequestId = ResponseHeaders.First(response, "x-acs-request-id") ?? body.RequestId,
            Operation = call.Operation,
            Endpoint = call.Authority,
            Attempts = call.Attempts,
            OutcomeUnknown = call.Idempotency != Idempotency.Read,
            Recommend = body.Recommend is null ? null : redactor.Redact(body.Recommend),
            RetryAfter = RetryHint.Of(response),
            RecommendedAction = Advice.For(code, kind),
        };
    }

    private static string Describe(ErrorResponse body, int status, SecretRedactor redactor, HttpCall call) =>
        body is { IsStructured: true, Message: { } text }
            ? Strings.ResponseIsError.FormatInvariant(
                call.Operation, call.Authority, status, TextSanitizer.Of(redactor.Redact(SignatureMismatch.RemoveEcho(text))))
            : Strings.ResponseIncomplete.FormatInvariant(call.Operation, call.Authority, status);

    private static bool IsSuccess(string code) =>
        code == "200" || code.Equals("OK", StringComparison.OrdinalIgnoreCase)
        || code.Equals("Success", StringComparison.OrdinalIgnoreCase);
}
