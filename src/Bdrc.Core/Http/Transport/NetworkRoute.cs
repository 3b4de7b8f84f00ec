using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// How requests leave the process: through the system's proxy settings, through a proxy of the user's, or into a handler in
/// memory such as the sandbox. It holds the state that all calls over it share. Routes are equal when their proxy addresses are:
/// two contexts with the same <c>-Proxy</c> share limits, clock and retry budget. Each handler in memory has a route of its own.
/// </summary>
internal sealed class NetworkRoute
{
    private static readonly ConcurrentDictionary<string, NetworkRoute> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, NetworkRoute> ByProxy = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, SharedState> StateByProxyAddress = new(StringComparer.OrdinalIgnoreCase);
    private static int _count;

    private readonly IWebProxy? _proxy;

    private NetworkRoute(string name, IWebProxy? proxy, HttpMessageHandler? handler, SharedState state)
    {
        Name = name;
        _proxy = proxy;
        State = state;
        InMemory = handler is null ? null : new HttpMessageInvoker(handler);
        if (handler is null)
            ByName[name] = this;
    }

    /// <summary>The network, with the proxy of the environment or the system.</summary>
    public static NetworkRoute Default { get; } = new("default", proxy: null, handler: null, new SharedState());

    /// <summary>Its name: the same for contexts with the same proxy, and free of secrets.</summary>
    public string Name { get; }

    /// <summary>What all calls over this route share.</summary>
    public SharedState State { get; }

    /// <summary>What answers instead of the network; null for the network.</summary>
    public HttpMessageInvoker? InMemory { get; }

    /// <summary>The network through a proxy.</summary>
    /// <param name="proxy">Address of the proxy.</param>
    /// <param name="credential">User name and password; null for none. They separate sockets, and nothing else.</param>
    public static NetworkRoute Through(Uri proxy, NetworkCredential? credential)
    {
        var address = proxy.GetLeftPart(UriPartial.Authority);
        var state = StateByProxyAddress.GetOrAdd(address, static _ => new SharedState());

        // Hashed: the key holds a password and is kept.
        var key = address + "\n" + PayloadHash.Compute(Encoding.UTF8.GetBytes(credential?.UserName + "\0" + credential?.Password));
        return ByProxy.GetOrAdd(key, _ => new NetworkRoute(NextName("proxy"), new WebProxy(proxy) { Credentials = credential }, handler: null, state));
    }

    /// <summary>A handler in memory, with state that no other route shares.</summary>
    public static NetworkRoute Into(HttpMessageHandler handler) => new("memory", proxy: null, handler, new SharedState());

    /// <summary>Name of the client that sends calls over this route.</summary>
    public string ClientName(HttpClientKind kind) => kind == HttpClientKind.Service ? "service/" + Name : "identity/" + Name;

    /// <summary>Finds the route of a client.</summary>
    /// <param name="clientName">A name as <see cref="ClientName"/> makes it.</param>
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
    public HttpMessageHandler CreateHandler() => ReferenceEquals(this, Memory) ? new InMemoryHandler() : SocketHandlerFactory.Create(_proxy);

    // Stands for all routes in memory: their clients are one, so that the factory keeps nothing of a sandbox alive.
    private static readonly NetworkRoute Memory = Into(new InMemoryHandler());

    private static string NextName(string prefix) =>
        prefix + "-" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);

    /// <summary>Hands a request to the handler of the call's own route.</summary>
    private sealed class InMemoryHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            HttpCall.Of(request).Route.InMemory!.SendAsync(request, cancellationToken);
    }
}

/// <summary>The state that all calls over a route share: one object of each type, made on first use.</summary>
internal sealed class SharedState
{
    private readonly ConcurrentDictionary<Type, object> _objects = new();

    /// <summary>The route's object of a type. Safe for all threads.</summary>
    public T Get<T>()
        where T : class, new() => (T)_objects.GetOrAdd(typeof(T), static _ => new T());
}
