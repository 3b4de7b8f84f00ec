using Bdrc.Core.Credentials.Platform;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Looks at who else may read or change a file with secrets, and the folder it is in (spec/credentials.md section 6).</summary>
internal static class FilePermissions
{
    /// <summary>Warns of a file or folder that others may look into, once for each: files are read anew for every context.</summary>
    public static void Warn(CredentialContext environment, string path)
    {
        var file = environment.Files.Reach(path);
        if (file.IsOpen)
            CredentialDiagnostics.WarnOnce(environment, path, Strings.CredentialFileOpen.FormatInvariant(path, file.ModeText));
        else if (file.Readers is not null)
            CredentialDiagnostics.WarnOnce(environment, path, Strings.CredentialFileShared.FormatInvariant(path, file.Readers));

        // Who owns the folder is who can close it.
        if (FolderOf(path) is { } folder && environment.Files.Reach(folder) is { IsOpen: true, Owner: FileOwner.User or FileOwner.Unknown } reach)
            CredentialDiagnostics.WarnOnce(environment, folder, Strings.CredentialFolderOpen.FormatInvariant(folder, reach.ModeText));
    }

    /// <summary>Refuses to run a command out of a file that another user could have put it into.</summary>
    /// <exception cref="BdrcException">Another user owns or may change the file or its folder.</exception>
    public static void RefuseWritable(CredentialContext environment, string path)
    {
        var file = environment.Files.Reach(path);
        if (file.IsWritable)
            throw Refuse(Strings.ExternalFileWritable.FormatInvariant(path, file.ModeText));
        Check(file, path, path);
        if (FolderOf(path) is not { } folder)
            return;
        var reach = environment.Files.Reach(folder);
        if (reach.IsWritable)
            throw Refuse(Strings.ExternalFolderWritable.FormatInvariant(path, folder, reach.ModeText));
        Check(reach, path, folder);
    }

    private static void Check(FileAccessInfo reach, string path, string place)
    {
        if (reach.Owner == FileOwner.Other)
            throw Refuse(Strings.ExternalOtherOwner.FormatInvariant(path, place));
        if (reach.Writers is not null)
            throw Refuse(Strings.ExternalShared.FormatInvariant(path, place, reach.Writers));
    }

    private static string? FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path));

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.Authentication, "UnsafeProfile", message);
}
