using System.Runtime.CompilerServices;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>The internal state of a <see cref="BdrcContext"/>, which must not be shown or serialised.</summary>
internal sealed record ContextState
{
    private static readonly ConditionalWeakTable<BdrcContext, ContextState> States = new();

    public ContextState(ICredentialProvider credentials) => Credentials = credentials;

    public ICredentialProvider Credentials { get; }

    /// <summary>The route to the endpoint, with the state that its calls share.</summary>
    public NetworkRoute Route { get; init; } = NetworkRoute.Default;

    /// <summary>Whether the endpoint was specified explicitly. Then another region does not change it.</summary>
    public bool EndpointIsFixed { get; init; }

    /// <summary>The source of the region; null when there is none or in the sandbox.</summary>
    public string? RegionSource { get; init; }

    /// <summary>Retries and timeouts of each call.</summary>
    public RetryOptions RetryOptions { get; init; } = RetryOptions.Default;

    /// <summary>What credential providers read, and the settings of their calls.</summary>
    public CredentialContext CredentialContext { get; init; } = CredentialContext.Process;

    /// <summary>Whether the VPC endpoints are called.</summary>
    public bool UsesVpc { get; init; }

    /// <summary>The clock of signatures, retry waits and task polls.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Returns random numbers from 0 to below 1.</summary>
    public Func<double> Jitter { get; init; } = Http.Retry.Jitter.Next;

    public static void Attach(BdrcContext context, ContextState state) => States.Add(context, state);

    /// <exception cref="BdrcException">The context was not created in this process.</exception>
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
