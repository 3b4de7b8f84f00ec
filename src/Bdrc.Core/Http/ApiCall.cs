using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Operations;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http;

/// <summary>One call on its way through the pipeline: what stays the same over its attempts, and what they learn.</summary>
internal sealed class ApiCall
{
    private readonly Action<BdrcDiagnostic>? _report;

    public ApiCall(BdrcContext context, ApiRequest request, Action<BdrcDiagnostic>? report)
    {
        Context = context;
        State = ContextState.Of(context);
        Host = HostState.Of(context, State);
        Operation = request.Operation;
        Path = request.CanonicalPath();
        Query = request.CanonicalQuery();
        Body = request.FormBody();
        PayloadHash = Signing.PayloadHash.Compute(Body);
        Authority = context.Endpoint.Authority;
        _report = report;
    }

    public BdrcContext Context { get; }

    public ContextState State { get; }

    /// <summary>What is known of the host that is called.</summary>
    public HostState Host { get; }

    public Operation Operation { get; }

    public string Path { get; }

    public string Query { get; }

    public byte[]? Body { get; }

    public string PayloadHash { get; }

    /// <summary>Host and port of the endpoint. Taken once: <see cref="Uri"/> makes the text anew each time.</summary>
    public string Authority { get; }

    /// <summary>Whether it is a poll of a wait, which gives way to what a person asks for.</summary>
    public bool IsBackground { get; init; }

    /// <summary>How often the call was sent, the running attempt included.</summary>
    public int Attempts { get; set; }

    /// <summary>Milliseconds waited before the running attempt; null on the first.</summary>
    public long? RetryDelay { get; set; }

    /// <summary>How long the running attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = RetryPolicy.AttemptTimeout;

    /// <summary>The host's time, as its last error answer said; null when it did not.</summary>
    public DateTimeOffset? ServerTime { get; set; }

    /// <summary>The credentials of the running attempt.</summary>
    public AccessCredentials? Credentials { get; set; }

    /// <summary>Whether refused credentials were replaced once already.</summary>
    public bool HasRenewedCredentials { get; set; }

    /// <summary>What was signed in the running attempt.</summary>
    public SignableRequest? Signed { get; set; }

    public string Target => Query.Length == 0 ? Path : Path + "?" + Query;

    public bool Reports => _report is not null;

    public void Report(BdrcDiagnosticLevel level, string message) => _report?.Invoke(new BdrcDiagnostic(level, message));

    /// <summary>Reports a message whose text is made only where someone reads it.</summary>
    public void Report(BdrcDiagnosticLevel level, Func<string> message) => _report?.Invoke(new BdrcDiagnostic(level, message));

    public static ApiCall Of(HttpRequestMessage request)
    {
#if NET
        return request.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException("Not an API call.");
#else
        return (ApiCall)request.Properties[Key];
#endif
    }

    /// <summary>Makes the message that every attempt sends, with new headers each time.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(MethodOf(Operation), RequestUri.Build(Context.Endpoint.Scheme, Authority, Target));
#if NET
        message.Options.Set(Key, this);
#else
        message.Properties[Key] = this;
#endif
        message.Headers.TryAddWithoutValidation("accept", "application/json");
        message.Headers.TryAddWithoutValidation("user-agent", UserAgent.Text);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("content-type", SigningHandler.FormContentType);
        }
        else if (Operation.Idempotency != Idempotency.Read)
        {
            // .NET repeats a request without a body by itself when the connection closes before an answer; it must not
            // repeat one that may have had an effect.
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }

    private static HttpMethod MethodOf(Operation operation) =>
        operation.Method == "GET" ? HttpMethod.Get
        : operation.Method == "POST" ? HttpMethod.Post
        : new HttpMethod(operation.Method);

#if NET
    private static readonly HttpRequestOptionsKey<ApiCall> Key = new("Bdrc.ApiCall");
#else
    private const string Key = "Bdrc.ApiCall";
#endif
}
