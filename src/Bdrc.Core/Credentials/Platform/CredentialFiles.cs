namespace Bdrc.Core.Credentials.Platform;

/// <summary>The files of this machine.</summary>
internal sealed class CredentialFiles : ICredentialFiles
{
    public bool Exists(string path) => File.Exists(path);

    public string ReadText(string path) => File.ReadAllText(path);

    public long Stamp(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks : 0;

    public FileAccessInfo Reach(string path)
    {
#if NET
        return OperatingSystem.IsWindows()
            ? WindowsAccess.Of(path)
            : new FileAccessInfo { Mode = (int)File.GetUnixFileMode(path), Owner = UnixOwner.Of(path) };
#else
        return WindowsAccess.Of(path);
#endif
    }
}
