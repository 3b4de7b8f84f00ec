using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Sessions;

/// <summary>Decides which context a call uses: its own parameters, then Connect-Bdrc's, then the environment.</summary>
internal static class ContextResolver
{
    /// <summary>The context that is there already; null when one has to be made.</summary>
    public static BdrcContext? Find(BdrcContext? context, string? region, string? profileName)
    {
        if (profileName is not null && context is not null)
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "ContextAndProfile", Strings.ContextAndProfile);
        if (profileName is not null)
            return null;
        context ??= DefaultContext.Current;
        return context is null || region is null ? context : ContextFactory.ForRegion(context, region);
    }

    /// <summary>Makes a context for one call: of a profile within the session, or of the environment.</summary>
    public static Task<BdrcContext> MakeAsync(
        string? region, string? profileName, Action<BdrcDiagnostic> onDiagnostic, CancellationToken stop) =>
        profileName is not null && DefaultContext.Current is { } session
            ? ContextFactory.ForProfileAsync(session, profileName, region, onDiagnostic, stop)
            : ContextFactory.CreateAsync(new ContextRequest { Region = region, ProfileName = profileName }, onDiagnostic, stop);
}
