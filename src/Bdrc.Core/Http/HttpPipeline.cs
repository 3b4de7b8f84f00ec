using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Throttling;
using Bdrc.Core.Http.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Bdrc.Core.Http;

/// <summary>The purpose of a named client.</summary>
internal enum HttpClientKind
{
    /// <summary>BDRC itself.</summary>
    Service,

    /// <summary>STS, instance metadata, token services of runners, CloudSSO and OAuth.</summary>
    Identity,
}

/// <summary>
/// Sends calls through the named clients of one <see cref="IHttpClientFactory"/>: one client for each kind and route. The
/// factory is built on first use, is shared by all runspaces of the process, and disposes the handlers that it replaces.
/// </summary>
internal static class HttpPipeline
{
    /// <summary>The lifetime of pooled connections, because replacing a handler closes its connections.</summary>
    private static readonly TimeSpan HandlerLifetime = TimeSpan.FromMinutes(10);

    private static readonly Lazy<IHttpMessageHandlerFactory> Factory = new(CreateFactory);

    /// <summary>Sends a call. Only a successful response is returned; its body has been read.</summary>
    /// <exception cref="BdrcException">The call failed, and retrying was not allowed or did not help.</exception>
    public static async Task<HttpResponseMessage> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        using var message = call.CreateMessage();

        // Without an HttpClient, which would add another timeout, defaults and a buffer to every call.
        using var client = new HttpMessageInvoker(
            Factory.Value.CreateHandler(call.Route.ClientName(call.Kind)), disposeHandler: false);
        var response = await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= message;
        return response;
    }

    /// <summary>Builds the handlers of the default route if they do not exist yet.</summary>
    public static void Prepare() => _ = Factory.Value.CreateHandler(NetworkRoute.Default.ClientName(HttpClientKind.Service));

    private static IHttpMessageHandlerFactory CreateFactory()
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        services.ConfigureHttpClientDefaults(static builder => builder.RemoveAllLoggers());
        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>, NamedClients>();
        return services.BuildServiceProvider().GetRequiredService<IHttpMessageHandlerFactory>();
    }

    /// <summary>Adds the handlers of a client, outermost first. Both kinds of client have the same handlers.</summary>
    private static void AddHandlers(HttpMessageHandlerBuilder builder, NetworkRoute route)
    {
        var handlers = builder.AdditionalHandlers;
        handlers.Add(new TotalTimeoutHandler());
        handlers.Add(new RetryHandler());
        handlers.Add(new ThrottlingHandler());
        handlers.Add(new CredentialsHandler());
        handlers.Add(new SigningHandler());
        handlers.Add(new ClassificationHandler());
        handlers.Add(new TraceHandler());
        handlers.Add(new AttemptTimeoutHandler());
        builder.PrimaryHandler = route.CreateHandler();
    }

    /// <summary>Configures a client by its name, which contains its kind and its route.</summary>
    private sealed class NamedClients : IConfigureNamedOptions<HttpClientFactoryOptions>
    {
        public void Configure(HttpClientFactoryOptions options) => Configure(string.Empty, options);

        public void Configure(string? name, HttpClientFactoryOptions options)
        {
            if (!NetworkRoute.TryFind(name, out var route))
                return;

            options.HandlerLifetime = HandlerLifetime;
            options.SuppressHandlerScope = true;
            options.HttpMessageHandlerBuilderActions.Add(builder => AddHandlers(builder, route));
        }
    }
}
