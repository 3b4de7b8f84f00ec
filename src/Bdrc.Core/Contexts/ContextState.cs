using System.Runtime.CompilerServices;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>The internal part of a <see cref="BdrcContext"/>: what must not be shown or serialised.</summary>
internal sealed record ContextState
{
    private static readonly ConditionalWeakTable<BdrcContext, ContextState> States = new();

    public ContextState(ICredentialProvider credentials) => Credentials = credentials;

    public ICredentialProvider Credentials { get; }

    /// <summary>The way to the endpoint, and the state that all calls over it share.</summary>
    public NetworkRoute Route { get; init; } = NetworkRoute.Default;

    /// <summary>Whether the endpoint was given, so that another region does not change it.</summary>
    public bool EndpointIsFixed { get; init; }

    /// <summary>Where the region was found; null when there is none or it is the sandbox's own.</summary>
    public string? RegionSource { get; init; }

    /// <summary>Retries and timeouts of each call.</summary>
    public RetryOptions RetryOptions { get; init; } = RetryOptions.Default;

    /// <summary>What credential providers read, and how identity services are called.</summary>
    public CredentialContext Environment { get; init; } = CredentialContext.Process;

    /// <summary>Whether regional hosts are those of a VPC.</summary>
    public bool UsesVpc { get; init; }

    /// <summary>The clock of signatures, retry waits and task polls.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gives numbers from 0 to below 1 for jitter.</summary>
    public Func<double> Jitter { get; init; } = Http.Retry.Jitter.Next;

    public static void Attach(BdrcContext context, ContextState state) => States.Add(context, state);

    public static ContextState Of(BdrcContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));
        if (States.TryGetValue(context, out var state))
            return state;

        throw new BdrcException(
            BdrcErrorKind.Authentication,
            "ContextWithoutCredentials",
            Strings.ContextUnknown);
    }
}
