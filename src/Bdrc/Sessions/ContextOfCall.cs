using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Sessions;

/// <summary>Decides which context a call uses: its own parameters, then Connect-Bdrc's, then the environment.</summary>
internal static class ContextOfCall
{
    public static BdrcContext Resolve(BdrcContext? context, string? region, string? profileName)
    {
        if (profileName is not null && context is not null)
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "ContextAndProfile", Messages.ContextAndProfile);
        if (profileName is not null)
            return ContextFactory.Create(new ContextRequest { Region = region ?? DefaultContext.Current?.Region, ProfileName = profileName });
        context ??= DefaultContext.Current;
        if (context is null)
            return ContextFactory.Create(new ContextRequest { Region = region });
        return region is null ? context : ContextFactory.ForRegion(context, region);
    }
}
