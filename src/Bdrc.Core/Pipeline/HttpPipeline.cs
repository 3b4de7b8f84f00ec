using Microsoft.Extensions.DependencyInjection;

namespace Bdrc.Core.Pipeline;

/// <summary>The chain every call goes through, built on first use and shared by all runspaces of the process.</summary>
internal static class HttpPipeline
{
    private const string ClientName = "Bdrc";

    private static readonly Lazy<HttpClient> Client = new(Create);

    public static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Builds the chain on another thread, so that the first call finds it ready.</summary>
    public static void WarmUp() => _ = Task.Run(() => Client.Value);

    private static HttpClient Create()
    {
        var holdOff = new HoldOff();
        var services = new ServiceCollection();
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new RoutingTransport())
            .AddHttpMessageHandler(() => new RateLimitHandler(holdOff))
            .AddHttpMessageHandler(() => new RetryHandler(holdOff))
            .AddHttpMessageHandler(() => new CredentialsHandler())
            .AddHttpMessageHandler(() => new QuotaHandler())
            .AddHttpMessageHandler(() => new SigningHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
    }
}
