namespace Bdrc.Core.Credentials.Platform;

/// <summary>The files credentials are read from. They are never written.</summary>
internal interface ICredentialFiles
{
    bool Exists(string path);

    string ReadText(string path);

    /// <summary>When the file was last written, in UTC ticks; 0 when there is none.</summary>
    long Stamp(string path);

    /// <summary>What others than the user may do with a file or folder.</summary>
    FileAccessInfo Reach(string path);
}
