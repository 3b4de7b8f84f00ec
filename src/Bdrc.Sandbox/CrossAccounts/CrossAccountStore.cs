using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>The accounts, folders and directories that the calling account manages.</summary>
internal sealed class CrossAccountStore
{
    private readonly Dictionary<DirectoryTarget, DateTimeOffset> _added = [];

    /// <summary>Whether cross-account management is enabled.</summary>
    public bool IsEnabled { get; private set; }

    public void Enable() => IsEnabled = true;

    public void EnsureEnabled()
    {
        if (!IsEnabled)
        {
            throw new PlatformException(
                403,
                "InvalidRdAccount.NotEnabledRdTrustedService",
                "BDRC is not enabled as a trusted service of the resource directory.");
        }
    }

    /// <summary>Adds and removes targets; all others stay unchanged.</summary>
    public void Change(IEnumerable<DirectoryTarget> add, IEnumerable<DirectoryTarget> remove, DateTimeOffset time)
    {
        foreach (var target in remove)
            _added.Remove(target);
        foreach (var target in add)
        {
            // A target that is already managed keeps its time.
            if (!_added.TryGetValue(target, out _))
                _added[target] = time;
        }
    }

    /// <summary>All managed targets in the directory's order: those that were added, and the targets inside of them.</summary>
    public IEnumerable<ManagedTarget> Managed()
    {
        foreach (var target in ResourceDirectory.Targets)
        {
            for (var origin = target; origin is not null; origin = origin.Parent)
            {
                if (_added.TryGetValue(origin, out var time))
                {
                    yield return new ManagedTarget(target, origin == target ? null : origin, time);
                    break;
                }
            }
        }
    }

    /// <summary>Whether the calling account may read the resources of an account.</summary>
    public bool Covers(long accountId)
    {
        if (accountId == SandboxAccounts.AccountId)
            return true;

        var id = accountId.ToString(CultureInfo.InvariantCulture);
        foreach (var managed in Managed())
        {
            if (managed.Target.Type == DirectoryTarget.Account && managed.Target.Id == id)
                return true;
        }

        return false;
    }
}

/// <summary>A managed target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Parent">The target that it is managed through; null when it was added itself.</param>
/// <param name="CreatedTime">When the target or its parent was added.</param>
internal sealed record ManagedTarget(DirectoryTarget Target, DirectoryTarget? Parent, DateTimeOffset CreatedTime)
{
    public string ManagementMode => Parent is null ? "MANUAL" : "AUTO";
}
