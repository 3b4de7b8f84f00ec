using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>Which accounts, folders and directories the calling account manages.</summary>
internal sealed class CrossAccountStore
{
    private readonly Dictionary<DirectoryTarget, DateTimeOffset> _added = [];

    /// <summary>Whether management was turned on.</summary>
    public bool IsEnabled { get; private set; }

    public void Enable() => IsEnabled = true;

    public void DemandEnabled()
    {
        if (!IsEnabled)
            throw new PlatformException(403, "InvalidRdAccount.NotEnabledRdTrustedService", "BDRC is not enabled as a trusted service of the resource directory.");
    }

    /// <summary>Adds and removes targets; those not named stay as they are.</summary>
    public void Change(IEnumerable<DirectoryTarget> add, IEnumerable<DirectoryTarget> remove, DateTimeOffset when)
    {
        foreach (var target in remove)
            _added.Remove(target);
        foreach (var target in add)
        {
            // One that is managed already keeps its time.
            if (!_added.TryGetValue(target, out _))
                _added[target] = when;
        }
    }

    /// <summary>Everything under management in the directory's order: what was added, and what that brought in.</summary>
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

    /// <summary>Whether the resources of an account may be looked at.</summary>
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
