using System.Security.AccessControl;
using System.Security.Principal;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Reads the access list of a file or folder of Windows: which group of many users may do what.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("windows")]
#endif
internal static class WindowsAccess
{
    private const FileSystemRights Change = FileSystemRights.WriteData | FileSystemRights.AppendData | FileSystemRights.Delete
        | FileSystemRights.ChangePermissions | FileSystemRights.TakeOwnership;

    private static readonly (WellKnownSidType Type, string Name)[] Groups =
    [
        (WellKnownSidType.WorldSid, "Everyone"),
        (WellKnownSidType.AuthenticatedUserSid, "Authenticated Users"),
        (WellKnownSidType.BuiltinUsersSid, "Users"),
    ];

    /// <summary>Reads it; where there is none, as on a USB stick, nothing is found.</summary>
    public static FileAccessInfo Of(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception none) when (none is UnauthorizedAccessException or IOException or NotSupportedException or InvalidOperationException)
        {
            return new FileAccessInfo();
        }
    }

    private static FileAccessInfo Read(string path)
    {
        FileSystemSecurity access = Directory.Exists(path) ? new DirectoryInfo(path).GetAccessControl() : new FileInfo(path).GetAccessControl();
        string? readers = null;
        string? writers = null;
        foreach (FileSystemAccessRule rule in access.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier)))
        {
            // A refusal is not set off against what is allowed: then the warning comes once too often, never once too seldom.
            if (rule.AccessControlType != AccessControlType.Allow
                || rule.PropagationFlags.HasFlag(PropagationFlags.InheritOnly)
                || GroupOf((SecurityIdentifier)rule.IdentityReference) is not { } group)
            {
                continue;
            }

            if (rule.FileSystemRights.HasFlag(FileSystemRights.ReadData))
                readers ??= group;
            if ((rule.FileSystemRights & Change) is not default(FileSystemRights))
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
