using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;

namespace Bdrc.Core.Pipeline;

/// <summary>What all calls to one host of this process share: its clock, and the budget for repeats.</summary>
internal sealed class HostState
{
    private static readonly ConcurrentDictionary<string, HostState> ByAuthority = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConditionalWeakTable<HttpMessageInvoker, HostState> ByTransport = new();

    public RetryBudget RetryBudget { get; } = new();

    public ClockSkew ClockSkew { get; } = new();

    /// <summary>The state of the host that a context calls; each sandbox in memory is a host of its own.</summary>
    public static HostState Of(BdrcContext context, ContextState state) => state.Transport is { } transport
        ? ByTransport.GetOrCreateValue(transport)
        : ByAuthority.GetOrAdd(context.Endpoint.Authority, static _ => new HostState());
}
