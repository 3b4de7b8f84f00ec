using System.Globalization;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>Every <see cref="BdrcException"/> that the pipeline throws is made here.</summary>
internal static class ErrorFactory
{
    /// <summary>An answer with an error status. Redirects count as errors: following one would leak signed headers.</summary>
    public static async Task<BdrcException> FromAnswerAsync(HttpResponseMessage response, ApiCall call)
    {
        var body = response.Content is null ? [] : await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var answer = ErrorResponse.Parse(body);
        var status = (int)response.StatusCode;
        var code = answer.Code ?? "HttpError." + status.ToString(CultureInfo.InvariantCulture);
        var kind = ErrorKindClassifier.Of(code, status, RetryHint.HasPlatformHint(response));
        var sent = SecretRedactor.Of(response.RequestMessage, []);
        var message = code == "SignatureDoesNotMatch"
            ? SignatureMismatch.Explain(answer.Message ?? string.Empty, call.Signed)
            : answer.Message is { } text ? TextSanitizer.Of(sent.Remove(SignatureMismatch.WithoutEcho(text)))
            : Strings.NoExplanation.FormatInvariant(status);
        return new BdrcException(kind, code, message)
        {
            StatusCode = status,
            RequestId = answer.RequestId ?? HeaderOf(response, "x-acs-request-id"),
            Operation = call.Operation.Name,
            Endpoint = call.Context.Endpoint.Authority,
            Attempts = call.Attempts,
            OutcomeUnknown = kind == BdrcErrorKind.Unavailable && call.Operation.Idempotency != Idempotency.Read,
            Recommend = answer.Recommend is null ? null : sent.Remove(answer.Recommend),
            RetryAfter = RetryHint.Of(response),
            AccessDeniedDetail = answer.AccessDeniedDetail is null ? null : sent.Remove(answer.AccessDeniedDetail),
            RecommendedAction = Advice.For(code, kind),
        };
    }

    /// <summary>A call that got no answer.</summary>
    public static BdrcException FromTransport(Exception failure, ApiCall call)
    {
        var cause = TransportFailure.Of(failure);
        var endpoint = call.Context.Endpoint.Authority;
        return new BdrcException(cause.Kind, cause.Code, Strings.NotReached.FormatInvariant(call.Operation.Name, endpoint, cause.What), failure)
        {
            Operation = call.Operation.Name,
            Endpoint = endpoint,
            Attempts = call.Attempts,
            OutcomeUnknown = cause.OutcomeUnknown && call.Operation.Idempotency != Idempotency.Read,
            RecommendedAction = Advice.For(cause.Code, cause.Kind),
        };
    }

    /// <summary>A success status with a body that is not what the operation returns.</summary>
    public static BdrcException FromUnreadable(HttpResponseMessage response, ApiCall call, Exception? failure) =>
        new(
            BdrcErrorKind.InvalidResponse,
            "InvalidResponse",
            Strings.AnswerIncomplete.FormatInvariant(call.Operation.Name, call.Context.Endpoint.Authority, (int)response.StatusCode),
            failure)
        {
            StatusCode = (int)response.StatusCode,
            RequestId = HeaderOf(response, "x-acs-request-id"),
            Operation = call.Operation.Name,
            Endpoint = call.Context.Endpoint.Authority,
            Attempts = call.Attempts,
            OutcomeUnknown = call.Operation.Idempotency != Idempotency.Read,
        };

    /// <summary>The error that ends a call: the last one, with what the attempts add to it.</summary>
    public static BdrcException Final(BdrcException last, string message, TimeSpan elapsed, bool outcomeUnknown) =>
        new(last.Kind, last.Code, message, last.InnerException)
        {
            StatusCode = last.StatusCode,
            RequestId = last.RequestId,
            Operation = last.Operation,
            Endpoint = last.Endpoint,
            Attempts = last.Attempts,
            Elapsed = elapsed,
            OutcomeUnknown = outcomeUnknown,
            Recommend = last.Recommend,
            RetryAfter = last.RetryAfter,
            AccessDeniedDetail = last.AccessDeniedDetail,
            RecommendedAction = last.RecommendedAction,
        };

    /// <summary>The first value of a header; null when it is not there.</summary>
    internal static string? HeaderOf(HttpResponseMessage response, string name)
    {
        if (response.Headers.TryGetValues(name, out var values))
        {
            foreach (var value in values)
                return value;
        }

        return null;
    }
}
