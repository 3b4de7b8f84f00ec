using System.Collections.Concurrent;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http;

/// <summary>The state that all calls to one host share: its clock skew and its retry budget.</summary>
internal sealed class HostState
{
    public RetryBudget RetryBudget { get; } = new();

    public ClockSkew ClockSkew { get; } = new();
}

/// <summary>The states of the hosts of a route.</summary>
internal sealed class HostStates
{
    private readonly ConcurrentDictionary<string, HostState> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="authority">Host and port.</param>
    public HostState For(string authority) => _hosts.GetOrAdd(authority, static _ => new HostState());
}
