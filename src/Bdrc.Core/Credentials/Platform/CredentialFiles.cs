namespace Bdrc.Core.Credentials.Platform;

/// <summary>Reads the files that hold credentials. They are never written.</summary>
internal interface ICredentialFiles
{
    bool Exists(string path);

    string ReadText(string path);

    /// <summary>The last write time in UTC ticks; 0 when the file does not exist.</summary>
    long LastWriteTicks(string path);

    /// <summary>The owner and the permissions of a file or folder.</summary>
    FileAccessInfo AccessOf(string path);
}

/// <summary>Reads the files of this machine.</summary>
internal sealed class CredentialFiles : ICredentialFiles
{
    public bool Exists(string path) => File.Exists(path);

    public string ReadText(string path) => File.ReadAllText(path);

    public long LastWriteTicks(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks : 0;

    public FileAccessInfo AccessOf(string path)
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
