using System.Globalization;
using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Http;

/// <summary>A service on virtual time that responds to some requests at once and to the others never.</summary>
internal sealed class SilentService : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string? RetryAfterMilliseconds)> _responses = new();
    private readonly ContextState _state;

    public SilentService(RetryOptions options, ICredentialProvider? credentials = null)
    {
        var key = new AccessCredentials("LTAI5tSilent00000001", "secret", null);
        _state = new ContextState(credentials ?? new StaticCredentialProvider("test", key))
        {
            Route = NetworkRoute.Into(this),
            TimeProvider = Time,
            Jitter = () => 0,
            EndpointIsFixed = true,
            RetryOptions = options,
        };
        Client = CreateClient(options);
    }

    public VirtualTime Time { get; } = new();

    public BdrcClient Client { get; }

    /// <summary>When each request arrived, from the start.</summary>
    public List<TimeSpan> Arrivals { get; } = [];

    /// <summary>A client with other options over the same route.</summary>
    public BdrcClient CreateClient(RetryOptions options)
    {
        // The host of the sandbox, which has the published quota of 10 requests a second.
        var endpoint = new Uri("https://bdrc.sandbox.invalid");
        var state = _state with { RetryOptions = options };
        return BdrcClient.For(
            ContextFactory.Build("cn-shanghai", endpoint, "LTAI5tSilent00000001", state, isSandbox: false), onDiagnostic: null);
    }

    public SilentService Succeeds(int times = 1)
    {
        for (var i = 0; i < times; i++)
            _responses.Enqueue((HttpStatusCode.OK, null));
        return this;
    }

    public SilentService Throttles(int retryAfterMilliseconds)
    {
        _responses.Enqueue((HttpStatusCode.TooManyRequests, retryAfterMilliseconds.ToString(CultureInfo.InvariantCulture)));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Arrivals.Add(Time.Elapsed);
        if (!_responses.TryDequeue(out var next))
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken).ConfigureAwait(false);

        var response = new HttpResponseMessage(next.Status)
        {
            Content = new StringContent(next.Status == HttpStatusCode.OK
                ? """{"RequestId":"r","Data":{"TaskId":"t-1","TaskStatus":"RUNNING"}}"""
                : """{"RequestId":"r","Code":"Throttling.User","Message":"Too many requests."}"""),
        };
        if (next.RetryAfterMilliseconds is { } wait)
            response.Headers.TryAddWithoutValidation("x-acs-retry-after", wait);
        return response;
    }
}
