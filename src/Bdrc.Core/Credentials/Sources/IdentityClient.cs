using System.Globalization;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>A request to an identity service: STS, the instance metadata, a token service or a login service.</summary>
/// <param name="Service">Name of the service in messages. Its host is appended.</param>
/// <param name="Address">Address with path and query.</param>
internal sealed record IdentityRequest(string Service, Uri Address)
{
    public string Method { get; init; } = "GET";

    /// <summary>Name of the operation. It is part of a signature, and rate limits are counted by it.</summary>
    public string Operation { get; init; } = Service;

    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = HttpCall.FormContentType;

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Retries after the first attempt.</summary>
    public int MaxRetries { get; init; }

    /// <summary>Time limit of one attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Supplies the credentials that sign the request; null when it is not signed.</summary>
    public ICredentialProvider? CredentialProvider { get; init; }

    /// <summary>Signs each attempt; null for none.</summary>
    public IRequestSigner? Signer { get; init; }
}

/// <summary>Calls identity services through the same pipeline as BDRC, with a named HTTP client of their own.</summary>
internal static class IdentityClient
{
    private const int MaxResponseBytes = 64 * 1024;

    /// <summary>Sends a request. Retries transport errors, throttling and 5xx responses.</summary>
    /// <returns>A successful response.</returns>
    /// <exception cref="BdrcException">The service refused the request or could not be reached.</exception>
    public static async Task<TokenResponse> SendAsync(
        CredentialContext context, IdentityRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        var call = new HttpCall(request.Operation, new Uri(address.GetLeftPart(UriPartial.Authority)))
        {
            Kind = HttpClientKind.Identity,
            DisplayName = request.Service,
            Method = request.Method,
            Path = address.AbsolutePath,
            Query = address.Query.TrimStart('?'),
            Body = request.Body,
            ContentType = request.ContentType,
            Headers = request.Headers,
            Route = context.Route,
            Options = context.RetryOptions with { MaxRetries = request.MaxRetries, AttemptTimeout = request.AttemptTimeout },
            Clock = context.Clock,
            Jitter = context.Jitter,
            OnDiagnostic = CredentialDiagnostics.Current,
            CredentialProvider = request.CredentialProvider,
            Signer = request.Signer,
            Classifier = IdentityFailureClassifier.Instance,
            MaxResponseBytes = MaxResponseBytes,
        };
        using var response = await HttpPipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return new TokenResponse(
            IdentityFailureClassifier.NameOf(call),
            (int)response.StatusCode,
            BufferedContent.BytesOf(response),
            response.Headers.Date,
            context.Clock.GetUtcNow());
    }
}

/// <summary>
/// Classifies the errors of identity services. Their responses may contain credentials, so messages quote known error fields only.
/// </summary>
internal sealed class IdentityFailureClassifier : IFailureClassifier
{
    public static readonly IdentityFailureClassifier Instance = new();

    public BdrcException FromResponse(HttpResponseMessage response, HttpRequestMessage request, HttpCall call)
    {
        var status = (int)response.StatusCode;
        var redactor = SecretRedactor.Of(request, call.Body ?? []);
        var body = ErrorResponse.Parse(BufferedContent.BytesOf(response));
        var code = body.Code is null ? "HttpError." + status.ToString(CultureInfo.InvariantCulture) : redactor.Redact(body.Code);
        return new BdrcException(
            BdrcErrorKind.Authentication,
            code,
            Strings.IdentityRefused.FormatInvariant(NameOf(call), status, code) + Explanation(body, code, redactor))
        {
            StatusCode = status,
            RequestId = body.RequestId is null ? null : redactor.Redact(body.RequestId),
            RetryAfter = RetryHint.Of(response),
        };
    }

    public BdrcException FromTransport(Exception failure, HttpCall call)
    {
        var cause = TransportFailure.Of(failure, call.Route.ProxyFor(call.Endpoint));
        var text = cause.OutcomeUnknown ? Strings.IdentityInterrupted : Strings.IdentityUnreachable;
        return new BdrcException(
            cause.Kind, cause.Code, text.FormatInvariant(NameOf(call), cause.Description), FrameworkMessage.Copy(failure))
        {
            RecommendedAction = Advice.For(cause.Code, cause.Kind),
        };
    }

    /// <summary>The service and its host, for messages.</summary>
    public static string NameOf(HttpCall call) => $"{call.DisplayName} at {call.Authority}";

    public FailureClass Classify(BdrcException error) => error.StatusCode switch
    {
        0 => RetryPolicy.Classify(error),
        408 or >= 500 => FailureClass.OutcomeUnknown,
        var status => ErrorKindClassifier.Of(error.Code, status, hasPlatformHint: false) == BdrcErrorKind.LimitsExceeded
            ? FailureClass.Throttled
            : FailureClass.Final,
    };

    /// <summary>
    /// Empty without a code, when the message is an excerpt of unknown content, and for a signature mismatch, whose message quotes
    /// the signed text.
    /// </summary>
    private static string Explanation(ErrorResponse body, string code, SecretRedactor redactor) =>
        body.Code is null || code == "SignatureDoesNotMatch"
            ? string.Empty
            : " " + redactor.Redact(SignatureMismatch.RemoveEcho(body.Message ?? string.Empty));
}
