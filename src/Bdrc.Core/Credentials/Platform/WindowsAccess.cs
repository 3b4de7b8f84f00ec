using System.Security.AccessControl;
using System.Security.Principal;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Reads the access list of a Windows file or folder: which of the general groups may read or change it.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("windows")]
#endif
internal static class WindowsAccess
{
    private const FileSystemRights ChangeRights = FileSystemRights.WriteData | FileSystemRights.AppendData | FileSystemRights.Delete
        | FileSystemRights.ChangePermissions | FileSystemRights.TakeOwnership;

    private static readonly (WellKnownSidType Type, string Name)[] Groups =
    [
        (WellKnownSidType.WorldSid, "Everyone"),
        (WellKnownSidType.AuthenticatedUserSid, "Authenticated Users"),
        (WellKnownSidType.BuiltinUsersSid, "Users"),
    ];

    /// <summary>Reads the access list. Without one, as on a USB stick, the result is empty.</summary>
    public static FileAccessInfo Of(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException or NotSupportedException
            or InvalidOperationException)
        {
            return new FileAccessInfo();
        }
    }

    private static FileAccessInfo Read(string path)
    {
        FileSystemSecurity access = Directory.Exists(path)
            ? new DirectoryInfo(path).GetAccessControl()
            : new FileInfo(path).GetAccessControl();
        var rules = access.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier));
        string? readers = null;
        string? writers = null;
        foreach (FileSystemAccessRule rule in rules)
        {
            // Deny rules are ignored: a warning too many is better than a missing one.
            if (rule.AccessControlType != AccessControlType.Allow
                || rule.PropagationFlags.HasFlag(PropagationFlags.InheritOnly)
                || GroupOf((SecurityIdentifier)rule.IdentityReference) is not { } group)
            {
                continue;
            }

            if (rule.FileSystemRights.HasFlag(FileSystemRights.ReadData))
                readers ??= group;
            if ((rule.FileSystemRights & ChangeRights) is not default(FileSystemRights))
                writers ??= group;
        }

        return new FileAccessInfo { Readers = readers, Writers = writers };
    }

    private static string? GroupOf(SecurityIdentifier identifier)
    {
        foreach (var (type, name) in Groups)
        {
            if (identifier.IsWellKnown(type))
                return name;
        }

        return null;
    }
}
