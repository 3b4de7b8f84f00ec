namespace Bdrc.Core.Credentials.Platform;

/// <summary>Who owns a file or folder, and what other users may do with it.</summary>
internal sealed class FileAccessInfo
{
    private const int AnyForOthers = 0x3F;
    private const int WriteForOthers = 0x12;
    private const int WriteForEveryone = 0x2;
    private const int Sticky = 0x200;

    /// <summary>The Unix permission bits; null on Windows.</summary>
    public int? Mode { get; init; }

    /// <summary>The owner.</summary>
    public FileOwner Owner { get; init; }

    /// <summary>The Windows group that may read it, for example Everyone; null for none.</summary>
    public string? Readers { get; init; }

    /// <summary>The Windows group that may change it; null for none.</summary>
    public string? Writers { get; init; }

    /// <summary>Whether the mode grants other users any access.</summary>
    public bool IsOpen => (Mode & AnyForOthers) is > 0;

    /// <summary>
    /// Whether the mode lets other users change it. In a folder with the sticky bit, such as /tmp, users cannot replace the files
    /// of other users.
    /// </summary>
    public bool IsWritable => (Mode & WriteForOthers) is > 0 && (Mode & Sticky) is 0;

    /// <summary>As <see cref="IsWritable"/>, but not by a group only. Home folders often belong to a group of their own.</summary>
    public bool IsWritableByEveryone => (Mode & WriteForEveryone) is > 0 && (Mode & Sticky) is 0;

    /// <summary>The mode in octal, as chmod accepts it.</summary>
    public string ModeText => Convert.ToString((Mode ?? 0) & 0xFFF, 8);
}

/// <summary>The owner of a file or folder, relative to the user of this process.</summary>
internal enum FileOwner
{
    /// <summary>The owner cannot be determined.</summary>
    Unknown,

    /// <summary>The user of this process.</summary>
    User,

    /// <summary>The administrator, who has access to every file anyway.</summary>
    Root,

    /// <summary>Another user.</summary>
    Other,
}
