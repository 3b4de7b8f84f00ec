namespace Bdrc.Core.Credentials.Platform;

/// <summary>What others than the user may do with a file or folder.</summary>
internal sealed class FileAccessInfo
{
    private const int OthersAny = 0x3F;
    private const int OthersWrite = 0x12;
    private const int Sticky = 0x200;

    /// <summary>The Unix permission bits; null where there are none.</summary>
    public int? Mode { get; init; }

    /// <summary>Whose it is.</summary>
    public FileOwner Owner { get; init; }

    /// <summary>The group of Windows that may read it, Everyone for instance; null for none.</summary>
    public string? Readers { get; init; }

    /// <summary>The group of Windows that may change it; null for none.</summary>
    public string? Writers { get; init; }

    /// <summary>Whether its mode lets others do anything.</summary>
    public bool IsOpen => (Mode & OthersAny) is > 0;

    /// <summary>Whether its mode lets others change it. In a sticky folder, such as /tmp, nobody replaces another's file.</summary>
    public bool IsWritable => (Mode & OthersWrite) is > 0 && (Mode & Sticky) is 0;

    /// <summary>The mode as chmod writes it.</summary>
    public string ModeText => Convert.ToString((Mode ?? 0) & 0xFFF, 8);
}
