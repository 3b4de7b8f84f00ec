using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Sessions;

/// <summary>Chooses the context of a call: its own parameters, then that of Connect-Bdrc, then the environment.</summary>
internal static class ContextResolver
{
    /// <summary>Returns an existing context; null when one has to be created.</summary>
    public static BdrcContext? Find(BdrcContext? context, string? region, string? profileName)
    {
        if (profileName is not null && context is not null)
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "ContextAndProfile", Strings.ContextAndProfile);
        if (profileName is not null)
            return null;
        context ??= DefaultContext.Current;
        return context is null || region is null ? context : ContextFactory.ForRegion(context, region);
    }

    /// <summary>Returns a warning when BDRC documents no endpoint for the region of a context; null when it does.</summary>
    public static string? AssumedEndpointOf(BdrcContext context) =>
        ContextFactory.IsEndpointAssumed(context) ? Strings.RegionUndocumented.FormatInvariant(context.Region) : null;

    /// <summary>Creates a context for one call: of a profile within the session, or from the environment.</summary>
    public static Task<BdrcContext> CreateAsync(
        string? region, string? profileName, Action<BdrcDiagnostic> onDiagnostic, CancellationToken stop) =>
        profileName is not null && DefaultContext.Current is { } session
            ? ContextFactory.ForProfileAsync(session, profileName, region, onDiagnostic, stop)
            : CreateAsync(new ContextRequest { Region = region, ProfileName = profileName }, onDiagnostic, stop);

    private static async Task<BdrcContext> CreateAsync(
        ContextRequest request, Action<BdrcDiagnostic> onDiagnostic, CancellationToken stop)
    {
        try
        {
            return await ContextFactory.CreateAsync(request, onDiagnostic, stop).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.Code == ContextFactory.NoRegionCode && DefaultContext.WasSet)
        {
            throw new BdrcException(failure.Kind, failure.Code, failure.Message) { RecommendedAction = Strings.NoRegionAdviceParallel };
        }
    }
}

/// <summary>
/// The context of Connect-Bdrc. Each runspace has its own, so that runspaces of one process do not change each other's. A
/// runspace of <c>ForEach-Object -Parallel</c> begins without one; it uses <c>-Context $using:context</c>.
/// </summary>
internal static class DefaultContext
{
    private static readonly ConditionalWeakTable<Runspace, StrongBox<BdrcContext?>> Contexts = new();

    /// <summary>Whether Connect-Bdrc was called in any runspace of this process.</summary>
    public static bool WasSet { get; private set; }

    public static BdrcContext? Current
    {
        get => Runspace.DefaultRunspace is { } runspace && Contexts.TryGetValue(runspace, out var box) ? box.Value : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
                Contexts.GetOrCreateValue(runspace).Value = value;
            WasSet |= value is not null;
        }
    }
}
