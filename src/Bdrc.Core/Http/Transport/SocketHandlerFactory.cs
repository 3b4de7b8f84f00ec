using System.Net;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Transport;

/// <summary>Makes the handlers that reach the network, with one manner of proxies for all of them.</summary>
internal static class SocketHandlerFactory
{
    /// <param name="proxy">The user's own; null for the environment's or the system's.</param>
    public static HttpMessageHandler Create(IWebProxy? proxy)
    {
#if NET
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Each further method would cost every request a header value of its own; services speak gzip.
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = RetryPolicy.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),

            // An answer that is given up is not read to its end first: that would hold a stop back for two seconds.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            Proxy = new LocalBypassProxy(proxy ?? HttpClient.DefaultProxy),
        };
#else
        // Added to, never set over: the other modules of the session have their say as well.
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            Proxy = new LocalBypassProxy(proxy ?? WebRequest.DefaultWebProxy),
        };
#endif
    }
}
