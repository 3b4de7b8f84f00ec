using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Looks at who else may read or change a file with secrets (spec/credentials.md section 6).</summary>
internal static class FilePermissions
{
    private const int OthersAny = 0x3F;
    private const int OthersWrite = 0x12;

    public static void Warn(CredentialEnvironment environment, string path)
    {
        // Once for each file: it is read anew for every context.
        if (environment.Files.Mode(path) is { } mode && (mode & OthersAny) != 0 && environment.Warned.TryAdd(path, mode))
        {
            environment.Notices.Enqueue(new BdrcDiagnostic(
                BdrcDiagnosticLevel.Warning, Messages.CredentialFileOpen.Fill(path, Convert.ToString(mode & 0x1FF, 8))));
        }
    }

    public static void RefuseWritable(CredentialEnvironment environment, string path)
    {
        if (environment.Files.Mode(path) is { } mode && (mode & OthersWrite) != 0)
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication, "UnsafeProfile", Messages.ExternalFileWritable.Fill(path, Convert.ToString(mode & 0x1FF, 8)));
        }
    }
}
