namespace Bdrc.Core.Credentials;

/// <summary>The files credentials are read from. They are never written.</summary>
internal interface ICredentialFiles
{
    bool Exists(string path);

    string ReadText(string path);

    /// <summary>When the file was last written, in UTC ticks; 0 when there is none.</summary>
    long Stamp(string path);

    /// <summary>The Unix permission bits; null where there are none.</summary>
    int? Mode(string path);
}
