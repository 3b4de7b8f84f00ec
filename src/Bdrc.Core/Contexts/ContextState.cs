using System.Runtime.CompilerServices;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Retry;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>The inner side of a <see cref="BdrcContext"/>: what must not be shown or serialised.</summary>
internal sealed record ContextState
{
    private static readonly ConditionalWeakTable<BdrcContext, ContextState> States = new();

    public ContextState(ICredentialProvider credentials) => Credentials = credentials;

    public ICredentialProvider Credentials { get; }

    /// <summary>What answers instead of the network; null for the network.</summary>
    public HttpMessageInvoker? Transport { get; init; }

    /// <summary>Whether the endpoint was given, so that another region does not change it.</summary>
    public bool EndpointIsFixed { get; init; }

    /// <summary>Where the region was found; null when there is none or it is the sandbox's own.</summary>
    public string? RegionSource { get; init; }

    /// <summary>How patient calls are.</summary>
    public RetryOptions Settings { get; init; } = RetryOptions.Default;

    /// <summary>The surroundings that identity services are called from.</summary>
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
            Strings.ContextForeign);
    }
}
