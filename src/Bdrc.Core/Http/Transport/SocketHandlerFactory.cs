using System.Net;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Transport;

/// <summary>Creates the handlers that reach the network. All treat proxies in the same way.</summary>
internal static class SocketHandlerFactory
{
#if !NET
    /// <summary>.NET Framework allows two connections to a host unless told otherwise; runspaces call side by side.</summary>
    private const int MaxConnectionsPerServer = 256;

#endif
    /// <param name="proxy">The user's own proxy; null for that of the environment or the system.</param>
    public static HttpMessageHandler Create(IWebProxy? proxy)
    {
#if NET
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Each further method would cost every request a header value of its own; services support gzip.
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = RetryPolicy.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),

            // A cancelled response is not read to its end first: that would delay Ctrl+C by two seconds.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            Proxy = new LocalBypassProxy(proxy ?? HttpClient.DefaultProxy),
        };
#else
        // Added to, never set over: the setting belongs to all modules of the session.
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        var bypassing = new LocalBypassProxy(proxy ?? WebRequest.DefaultWebProxy);
        var transport = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = MaxConnectionsPerServer,
            Proxy = bypassing,
        };
        return new ConnectTimeoutHandler(
            bypassing, address => ServicePointManager.FindServicePoint(address, bypassing).CurrentConnections > 0)
        {
            InnerHandler = transport,
        };
#endif
    }
}
