using System.Net;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Transport;

/// <summary>Creates the handlers that reach the network. All treat proxies in the same way.</summary>
internal static class SocketHandlerFactory
{
#if NET
    /// <param name="proxy">The user's own proxy; null for that of the environment or the system.</param>
    /// <param name="connectTimeout">Time limit of a connection; null for 5 s.</param>
    public static HttpMessageHandler Create(IWebProxy? proxy, TimeSpan? connectTimeout = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = connectTimeout ?? RetryPolicy.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),

            // A cancelled response is not read to its end first: that would delay Ctrl+C by two seconds.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            Proxy = Bypassing(proxy),
            PlaintextStreamFilter = static (context, _) => new ValueTask<Stream>(TunnelStream.For(context)),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = CertificateCheck.Validate;
        return handler;
    }
#else
    /// <summary>.NET Framework allows two connections to a host unless told otherwise; runspaces call side by side.</summary>
    private const int MaxConnectionsPerServer = 256;

    /// <param name="proxy">The user's own proxy; null for that of the environment or the system.</param>
    /// <param name="connectTimeout">Time limit of a connection; null for 5 s.</param>
    public static HttpMessageHandler Create(IWebProxy? proxy, TimeSpan? connectTimeout = null)
    {
        // Added to, never set over: the setting belongs to all modules of the session.
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        var bypassing = Bypassing(proxy);
        var transport = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = MaxConnectionsPerServer,
            Proxy = bypassing,
        };
        return new ConnectTimeoutHandler(
            bypassing, address => ServicePointManager.FindServicePoint(address, bypassing).CurrentConnections > 0)
        {
            ConnectTimeout = connectTimeout ?? RetryPolicy.ConnectTimeout,
            InnerHandler = transport,
        };
    }
#endif

    /// <summary>The proxy of a handler that <see cref="Create"/> returns.</summary>
    /// <param name="proxy">The user's own proxy; null for that of the environment or the system.</param>
    public static IWebProxy Bypassing(IWebProxy? proxy)
    {
#if NET
        return new LocalBypassProxy(proxy ?? HttpClient.DefaultProxy);
#else
        return new LocalBypassProxy(proxy ?? WebRequest.DefaultWebProxy);
#endif
    }
}
