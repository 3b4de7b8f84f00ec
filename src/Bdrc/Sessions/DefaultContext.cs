using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Bdrc.Sessions;

/// <summary>
/// The context of Connect-Bdrc, one for each runspace: two runspaces of one process never change each other's. A runspace of
/// <c>ForEach-Object -Parallel</c> has none; pass it with <c>-Context $using:context</c>.
/// </summary>
internal static class DefaultContext
{
    private static readonly ConditionalWeakTable<Runspace, StrongBox<BdrcContext?>> Contexts = new();

    public static BdrcContext? Current
    {
        get => Runspace.DefaultRunspace is { } runspace && Contexts.TryGetValue(runspace, out var held) ? held.Value : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
                Contexts.GetOrCreateValue(runspace).Value = value;
        }
    }
}
