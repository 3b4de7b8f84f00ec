using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// The network path of requests: the proxy settings of the system, a proxy of the user, or an in-memory handler such as the
/// sandbox. It has the state that all calls over it share, by proxy address: two contexts with the same <c>-Proxy</c> share rate
/// limits, clock skew and retry budget. Each in-memory handler has its own state.
/// </summary>
internal sealed class NetworkRoute
{
    private static readonly ConcurrentDictionary<string, NetworkRoute> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, NetworkRoute> ByProxy = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, SharedState> StateByProxyAddress = new(StringComparer.OrdinalIgnoreCase);
    private static int _count;

    private readonly IWebProxy? _proxy;
    private readonly TimeSpan? _connectTimeout;

    private NetworkRoute(
        string name, IWebProxy? proxy, HttpMessageHandler? handler, SharedState state, TimeSpan? connectTimeout = null)
    {
        _connectTimeout = connectTimeout;
        Name = name;
        _proxy = proxy;
        State = state;
        InMemory = handler is null ? null : new HttpMessageInvoker(handler);
        if (handler is null)
            ByName[name] = this;
    }

    /// <summary>The network, with the proxy of the environment or the system.</summary>
    public static NetworkRoute Default { get; } = new("default", proxy: null, handler: null, new SharedState());

    /// <summary>The name. It is the same for contexts with the same proxy and credential, and contains no secrets.</summary>
    public string Name { get; }

    /// <summary>The state that all calls over this route share.</summary>
    public SharedState State { get; }

    /// <summary>The handler that responds instead of the network; null for the network.</summary>
    public HttpMessageInvoker? InMemory { get; }

    /// <summary>The network through a proxy.</summary>
    /// <param name="proxy">Address of the proxy.</param>
    /// <param name="credential">User name and password; null for none. Only the connection pool depends on them.</param>
    /// <param name="connectTimeout">Time limit of a connection; null for 5 s.</param>
    public static NetworkRoute Through(Uri proxy, NetworkCredential? credential, TimeSpan? connectTimeout = null)
    {
        var address = proxy.GetLeftPart(UriPartial.Authority);
        var state = StateByProxyAddress.GetOrAdd(address, static _ => new SharedState());

        // Hashed, because the key contains a password and stays in memory.
        var identity = PayloadHash.Compute(Encoding.UTF8.GetBytes(credential?.UserName + "\0" + credential?.Password));
        var key = address + "\n" + connectTimeout + "\n" + identity;
        return ByProxy.GetOrAdd(
            key,
            _ => new NetworkRoute(
                NextName("proxy"), new WebProxy(proxy) { Credentials = credential }, handler: null, state, connectTimeout));
    }

    /// <summary>An in-memory handler, with its own state.</summary>
    public static NetworkRoute Into(HttpMessageHandler handler) => new("memory", proxy: null, handler, new SharedState());

    /// <summary>Name of the client that sends calls over this route.</summary>
    public string ClientName(HttpClientKind kind) => kind == HttpClientKind.Service ? "service/" + Name : "identity/" + Name;

    /// <summary>Finds the route of a client.</summary>
    /// <param name="clientName">A name that <see cref="ClientName"/> returned.</param>
    /// <param name="route">The route; null for another name.</param>
    public static bool TryFind(string? clientName, [NotNullWhen(true)] out NetworkRoute? route)
    {
        route = null;
        if (clientName is null || clientName.IndexOf('/') is not (> 0 and var slash))
            return false;
        var name = clientName.Substring(slash + 1);
        route = name == Memory.Name ? Memory : ByName.TryGetValue(name, out var known) ? known : null;
        return route is not null;
    }

    /// <summary>Creates the last handler of a client over this route.</summary>
    public HttpMessageHandler CreateHandler() =>
        ReferenceEquals(this, Memory) ? new InMemoryHandler() : SocketHandlerFactory.Create(_proxy, _connectTimeout);

    /// <summary>Host and port of the proxy for an address, without its user and password; null when none is used.</summary>
    public string? ProxyFor(Uri address)
    {
        if (InMemory is not null)
            return null;
        var bypassing = SocketHandlerFactory.Bypassing(_proxy);
        return bypassing.IsBypassed(address) || bypassing.GetProxy(address) is not { } proxy || proxy.Equals(address)
            ? null
            : proxy.Authority;
    }

    // All in-memory routes share the client of this one, so that the factory keeps no sandbox alive.
    private static readonly NetworkRoute Memory = Into(new InMemoryHandler());

    private static string NextName(string prefix) =>
        prefix + "-" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);

    /// <summary>Sends a request to the handler of the route of its call.</summary>
    private sealed class InMemoryHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            HttpCall.Of(request).Route.InMemory!.SendAsync(request, cancellationToken);
    }
}

/// <summary>The state that all calls over a route share: one object of each type, created on first use.</summary>
internal sealed class SharedState
{
    private readonly ConcurrentDictionary<Type, object> _objects = new();

    /// <summary>The route's object of a type. Safe for all threads.</summary>
    public T Get<T>()
        where T : class, new() => (T)_objects.GetOrAdd(typeof(T), static _ => new T());
}
