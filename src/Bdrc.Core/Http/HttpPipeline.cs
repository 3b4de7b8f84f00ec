using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Throttling;
using Bdrc.Core.Http.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Bdrc.Core.Http;

/// <summary>The chain every call goes through, built on first use and shared by all runspaces of the process.</summary>
internal static class HttpPipeline
{
    private const string ClientName = "Bdrc";

    private static readonly Lazy<HttpMessageInvoker> Chain = new(Create);

    public static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Chain.Value.SendAsync(request, cancellationToken);

    /// <summary>Builds the chain if it is not there yet.</summary>
    public static void Prepare() => _ = Chain.Value;

    private static HttpMessageInvoker Create()
    {
        var holdOff = new RetryAfterGate();
        var services = new ServiceCollection();
        services.AddHttpClient(ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new RoutingTransport())
            .AddHttpMessageHandler(() => new RetryAfterHandler(holdOff))
            .AddHttpMessageHandler(() => new RetryHandler(holdOff))
            .AddHttpMessageHandler(() => new CredentialsHandler())
            .AddHttpMessageHandler(() => new RateLimitHandler())
            .AddHttpMessageHandler(() => new SigningHandler())
            .AddHttpMessageHandler(() => new TraceHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // The bare chain: an HttpClient around it would add a timeout, defaults and a buffer of its own to every call.
        return new HttpMessageInvoker(services.BuildServiceProvider().GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ClientName));
    }
}
