using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http;

/// <summary>
/// One call through the pipeline: its parameters, which are the same for all attempts, and its state so far. The handlers get
/// it from the request (<see cref="Of"/>).
/// </summary>
internal sealed class HttpCall
{
    public HttpCall(string operation, Uri endpoint)
    {
        Operation = operation;
        Endpoint = endpoint;
        Authority = endpoint.Authority;
        History = new RetryHistory(this);
    }

    /// <summary>The named client that sends it, with its handlers.</summary>
    public HttpClientKind Kind { get; init; }

    /// <summary>API name of the operation, sent as <c>x-acs-action</c> when the call is signed with ACS3.</summary>
    public string Operation { get; }

    /// <summary>The name in messages: the operation, prefixed with the name of the service unless that is BDRC.</summary>
    public string DisplayName
    {
        get => field ?? Operation;
        init;
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Endpoint { get; }

    /// <summary>Host and port. Stored, because <see cref="Uri"/> builds the text at each access.</summary>
    public string Authority { get; }

    /// <summary>Method in upper case.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Canonical path.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Canonical query; empty for none. A signer may replace it for each attempt.</summary>
    public string Query { get; set; } = string.Empty;

    /// <summary>Body; null for none.</summary>
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = FormContentType;

    /// <summary>Hash of the body, sent as <c>x-acs-content-sha256</c>.</summary>
    public string PayloadHash => field ??= Signing.PayloadHash.Compute(Body);

    /// <summary>Headers that every attempt sends unchanged. Their values are checked, but not signed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether it may be retried when it is unknown whether an attempt took effect.</summary>
    public Idempotency Idempotency { get; init; } = Idempotency.Read;

    /// <summary>Region of the endpoint; null when only an endpoint is known. A part of the rate limit's key.</summary>
    public string? Region { get; init; }

    /// <summary>Requests a second that the service publishes for this operation; null for none.</summary>
    public int? PublishedLimit { get; init; }

    /// <summary>Whether it is a poll of a wait. The rate limiter serves other calls first.</summary>
    public bool IsBackground { get; init; }

    /// <summary>The network route to the endpoint, and the state that its calls share.</summary>
    public NetworkRoute Route { get; init; } = NetworkRoute.Default;

    /// <summary>Retries and timeouts.</summary>
    public RetryOptions Options { get; init; } = RetryOptions.Default;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Returns numbers from 0 to below 1.</summary>
    public Func<double> Jitter { get; init; } = Retry.Jitter.Next;

    /// <summary>Receives diagnostics, from any thread; null to discard them.</summary>
    public Action<BdrcDiagnostic>? OnDiagnostic { get; init; }

    /// <summary>The source of the credentials of each attempt; null for a call without credentials.</summary>
    public ICredentialProvider? CredentialProvider { get; init; }

    /// <summary>Signs each attempt; null for a call that is not signed.</summary>
    public IRequestSigner? Signer { get; init; }

    /// <summary>Turns failed attempts into errors.</summary>
    public IFailureClassifier Classifier { get; init; } = ServiceFailureClassifier.Instance;

    /// <summary>Largest accepted body in bytes.</summary>
    public int MaxResponseBytes { get; init; } = int.MaxValue;

    /// <summary>The state that all calls to the endpoint share: its clock skew and its retry budget.</summary>
    public HostState Host => field ??= Route.State.Get<HostStates>().For(Authority);

    /// <summary>Number of attempts, including the current one.</summary>
    public int Attempts { get; set; }

    /// <summary>Milliseconds waited before the current attempt; null for the first one.</summary>
    public long? RetryDelay { get; set; }

    /// <summary>The current stage. The error of a total timeout reports it.</summary>
    public CallStage Stage { get; set; }

    /// <summary>Credentials of the current attempt.</summary>
    public AccessCredentials? Credentials { get; set; }

    /// <summary>The signed request of the current attempt; null when it is unknown.</summary>
    public SignableRequest? Signed { get; set; }

    /// <summary>The classified failure of the last attempt; null while it runs and when it succeeded.</summary>
    public AttemptFailure? Failure { get; set; }

    /// <summary>The outcomes of the earlier attempts.</summary>
    public RetryHistory History { get; }

    /// <summary>Path and query.</summary>
    public string Target => Query.Length == 0 ? Path : Path + "?" + Query;

    public const string FormContentType = "application/x-www-form-urlencoded";

    public void Log(BdrcDiagnosticLevel level, string message) => OnDiagnostic?.Invoke(new BdrcDiagnostic(level, message));

    /// <summary>Logs a message whose text is built only when it is read.</summary>
    public void Log(BdrcDiagnosticLevel level, Func<string> message) => OnDiagnostic?.Invoke(new BdrcDiagnostic(level, message));

    public static HttpCall Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(Key, out var call)
            ? call
            : throw new InvalidOperationException("Not a request of this pipeline.");
#else
        return (HttpCall)request.Properties[Key];
#endif
    }

    /// <summary>Creates the request message. Every attempt sends it with new signed headers.</summary>
    public HttpRequestMessage CreateMessage()
    {
        var message = new HttpRequestMessage(MethodOf(Method), RequestUri.Build(Endpoint.Scheme, Authority, Target));
#if NET
        message.Options.Set(Key, this);
#else
        message.Properties[Key] = this;
#endif
        message.Headers.TryAddWithoutValidation("accept", "application/json");
        message.Headers.TryAddWithoutValidation("accept-encoding", "gzip");
        message.Headers.TryAddWithoutValidation("user-agent", UserAgent.Text);
        foreach (var header in Headers)
        {
            HeaderValue.Check(header.Key, header.Value);
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("content-type", ContentType);
        }
#if NET
        else
        {
            message.Content = EmptyContent.Instance;
        }
#else
        else if (Method is not ("GET" or "HEAD"))
        {
            // .NET Framework refuses any content for GET and HEAD.
            message.Content = EmptyContent.Instance;
        }
#endif

        return message;
    }

    private static HttpMethod MethodOf(string method) => method switch
    {
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        _ => new HttpMethod(method),
    };

#if NET
    private static readonly HttpRequestOptionsKey<HttpCall> Key = new("Bdrc.HttpCall");
#else
    private const string Key = "Bdrc.HttpCall";
#endif
}

/// <summary>The stage of a call.</summary>
internal enum CallStage
{
    /// <summary>Waiting before a retry.</summary>
    Retrying,

    /// <summary>Waiting until the service's Retry-After has passed.</summary>
    RetryAfter,

    /// <summary>Waiting for the rate limiter.</summary>
    RateLimit,

    /// <summary>Fetching credentials.</summary>
    Credentials,

    /// <summary>Sending the request or reading the response.</summary>
    Sending,
}
