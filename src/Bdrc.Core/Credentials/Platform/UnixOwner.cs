#if NET
using System.Runtime.InteropServices;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// Reads the owner of a Unix file, which .NET does not expose. The structures of statx on Linux and stat on macOS have the same
/// layout on all processors. On other systems, and with a C library without these functions, the owner is unknown.
/// </summary>
internal static partial class UnixOwner
{
    // Larger than either structure, so that later systems can extend them.
    private const int BufferSize = 512;

    private const int CurrentFolder = -100;
    private const uint OwnerMask = 0x8;
    private const int StatxOwnerOffset = 20;
    private const int StatOwnerOffset = 16;

    public static unsafe FileOwner Of(string path)
    {
        var buffer = stackalloc byte[BufferSize];
        try
        {
            uint owner;
            if (OperatingSystem.IsLinux() && Statx(CurrentFolder, path, 0, OwnerMask, buffer) == 0)
                owner = *(uint*)(buffer + StatxOwnerOffset);
            else if (OperatingSystem.IsMacOS() && MacStat(path, buffer) == 0)
                owner = *(uint*)(buffer + StatOwnerOffset);
            else
                return FileOwner.Unknown;
            return owner == EffectiveUser() ? FileOwner.User : owner == 0 ? FileOwner.Root : FileOwner.Other;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return FileOwner.Unknown;
        }
    }

    private static unsafe int MacStat(string path, byte* buffer) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOnIntel(path, buffer) : Stat(path, buffer);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, byte* buffer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatOnIntel(string path, byte* buffer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
#endif
