#if NET
using System.Runtime.InteropServices;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// Whose a file of Unix is. .NET does not tell; of the system's calls, statx of Linux and stat of macOS have one layout on all
/// processors. Elsewhere, and with a C library that lacks them, the answer is that it cannot be told.
/// </summary>
internal static partial class UnixOwner
{
    // More than either structure, so that a longer one of a later system does no harm.
    private const int Longest = 512;

    private const int CurrentFolder = -100;
    private const uint WantsOwner = 0x8;
    private const int OwnerInStatx = 20;
    private const int OwnerInStat = 16;

    public static unsafe FileOwner Of(string path)
    {
        var buffer = stackalloc byte[Longest];
        try
        {
            uint owner;
            if (OperatingSystem.IsLinux() && Statx(CurrentFolder, path, 0, WantsOwner, buffer) == 0)
                owner = *(uint*)(buffer + OwnerInStatx);
            else if (OperatingSystem.IsMacOS() && MacStat(path, buffer) == 0)
                owner = *(uint*)(buffer + OwnerInStat);
            else
                return FileOwner.Unknown;
            return owner == CurrentUser() ? FileOwner.User : owner == 0 ? FileOwner.Root : FileOwner.Other;
        }
        catch (Exception absent) when (absent is EntryPointNotFoundException or DllNotFoundException)
        {
            return FileOwner.Unknown;
        }
    }

    private static unsafe int MacStat(string path, byte* buffer) =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOfIntel(path, buffer) : Stat(path, buffer);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* buffer);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, byte* buffer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatOfIntel(string path, byte* buffer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint CurrentUser();
}
#endif
