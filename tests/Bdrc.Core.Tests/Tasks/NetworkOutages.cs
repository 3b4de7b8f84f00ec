using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>A network that goes away and comes back on a schedule, in a different way each time.</summary>
internal sealed class NetworkOutages(HttpMessageHandler inner, VirtualTime time) : DelegatingHandler(inner)
{
    private static readonly Func<CancellationToken, Task<HttpResponseMessage>>[] Ways =
    [
        _ => throw Unreachable(SocketError.ConnectionRefused),
        _ => throw Unreachable(SocketError.HostNotFound),
        _ => throw Unreachable(SocketError.NetworkUnreachable),
        _ => throw Unreachable(SocketError.TimedOut),
        _ => throw new HttpRequestException("TLS", new AuthenticationException("an unknown certificate")),
        _ => throw new HttpRequestException("interrupted", new IOException("the connection was closed")),
        static async stop =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        },
        _ => Respond(HttpStatusCode.OK, "<html>Sign in to the network</html>"),
        _ => Respond(HttpStatusCode.OK, "{\"Data\":{\"Con"),
        _ => Respond(HttpStatusCode.OK, "{\"Code\":\"SystemBusy\",\"Message\":\"busy\"}"),
        _ => Respond(HttpStatusCode.BadGateway, "<html>Bad gateway</html>"),
        _ => Respond(HttpStatusCode.ServiceUnavailable, string.Empty),
        _ => Respond(HttpStatusCode.TooManyRequests, "{\"Code\":\"Throttling.User\",\"Message\":\"slow\"}"),
    ];

    private readonly List<(TimeSpan From, TimeSpan To)> _outages = [];

    /// <summary>The number of ways in which the network goes away.</summary>
    public static int WayCount => Ways.Length;

    /// <summary>The way of the first outage.</summary>
    public int FirstWay { get; set; }

    /// <summary>The requests that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>When each request arrived that was answered.</summary>
    public List<TimeSpan> Answered { get; } = [];

    public void Add(TimeSpan from, TimeSpan length) => _outages.Add((from, from + length));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = time.Elapsed;
        var index = _outages.FindIndex(outage => now >= outage.From && now < outage.To);
        if (index >= 0)
        {
            Failed++;
            return await Ways[(index + FirstWay) % Ways.Length](cancellationToken);
        }

        Answered.Add(now);
        return await base.SendAsync(request, cancellationToken);
    }

    private static HttpRequestException Unreachable(SocketError error) => new("failed", new SocketException((int)error));

    private static Task<HttpResponseMessage> Respond(HttpStatusCode status, string body) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
}
