using Bdrc.Core.Credentials.Platform;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Checks whether other users can read or change a file with secrets, or its folder (spec/credentials.md section 6).</summary>
internal static class FilePermissions
{
    /// <summary>Warns once about a file or folder that other users can read. Every context reads the files again.</summary>
    public static void WarnIfOpen(CredentialContext context, string path)
    {
        var file = context.Files.AccessOf(path);
        if (file.IsOpen)
            CredentialDiagnostics.WarnOnce(context, path, Strings.CredentialFileOpen.FormatInvariant(path, file.ModeText));
        else if (file.Readers is not null)
            CredentialDiagnostics.WarnOnce(context, path, Strings.CredentialFileShared.FormatInvariant(path, file.Readers));

        // Only the owner of a folder can change its mode.
        if (FolderOf(path) is { } folder
            && context.Files.AccessOf(folder) is { IsOpen: true, Owner: FileOwner.User or FileOwner.Unknown } access)
        {
            CredentialDiagnostics.WarnOnce(context, folder, Strings.CredentialFolderOpen.FormatInvariant(folder, access.ModeText));
        }

        WarnIfReplaceable(context, path);
    }

    /// <summary>Warns about folders above the file's own folder in which every user can rename and create folders.</summary>
    private static void WarnIfReplaceable(CredentialContext context, string path)
    {
        for (var above = FolderOf(FolderOf(path)); above is not null; above = FolderOf(above))
        {
            var access = context.Files.AccessOf(above);
            if (access.IsWritableByEveryone)
                CredentialDiagnostics.WarnOnce(context, above, Strings.CredentialFolderAbove.FormatInvariant(above, access.ModeText));
        }
    }

    /// <summary>Throws when another user could have written a command into the file.</summary>
    /// <exception cref="BdrcException">Another user owns the file or its folder, or can change them.</exception>
    public static void ThrowIfOthersCanWrite(CredentialContext context, string path)
    {
        var file = context.Files.AccessOf(path);
        if (file.IsWritable)
            throw Unsafe(Strings.ExternalFileWritable.FormatInvariant(path, file.ModeText));
        Check(file, path, path);
        if (FolderOf(path) is not { } folder)
            return;
        var access = context.Files.AccessOf(folder);
        if (access.IsWritable)
            throw Unsafe(Strings.ExternalFolderWritable.FormatInvariant(path, folder, access.ModeText));
        Check(access, path, folder);
    }

    private static void Check(FileAccessInfo access, string path, string checkedPath)
    {
        if (access.Owner == FileOwner.Other)
            throw Unsafe(Strings.ExternalOtherOwner.FormatInvariant(path, checkedPath));
        if (access.Writers is not null)
            throw Unsafe(Strings.ExternalShared.FormatInvariant(path, checkedPath, access.Writers));
    }

    private static string? FolderOf(string? path) => path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path));

    private static BdrcException Unsafe(string message) => new(BdrcErrorKind.Authentication, "UnsafeProfile", message);
}
