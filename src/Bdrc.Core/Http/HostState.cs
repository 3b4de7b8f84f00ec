using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http;

/// <summary>What all calls to one host of this process share: its clock, and the budget for repeats.</summary>
internal sealed class HostState
{
    private static readonly ConcurrentDictionary<string, HostState> ByAuthority = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConditionalWeakTable<HttpMessageInvoker, HostState> ByTransport = new();

    public RetryBudget RetryBudget { get; } = new();

    public ClockSkew ClockSkew { get; } = new();

    /// <summary>The state of the host that a context calls; each sandbox in memory is a host of its own.</summary>
    public static HostState Of(BdrcContext context, ContextState state) => Of(context.Endpoint.Authority, state.Transport);

    /// <summary>The state of a host that is called by a transport of its own, or by the network (null).</summary>
    public static HostState Of(string authority, HttpMessageInvoker? transport) => transport is null
        ? ByAuthority.GetOrAdd(authority, static _ => new HostState())
        : ByTransport.GetOrCreateValue(transport);
}
