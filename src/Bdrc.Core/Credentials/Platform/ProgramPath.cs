namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// Finds a program by its bare name in the folders of PATH. .NET searches its own folder and the current folder first, where
/// another user may have placed a program of the same name.
/// </summary>
/// <param name="searchPath">The value of PATH.</param>
/// <param name="isWindows">Whether to use the rules of Windows.</param>
/// <param name="isProgram">Whether a file exists and can be run.</param>
internal sealed class ProgramPath(string? searchPath, bool isWindows, Func<string, bool> isProgram)
{
    // The extensions that Windows runs without a command interpreter, which would parse the arguments again.
    private static readonly string[] WindowsExtensions = [string.Empty, ".com", ".exe"];
    private static readonly string[] NoExtension = [string.Empty];

    /// <summary>The programs of this machine.</summary>
    public static ProgramPath OfThisMachine() =>
        new(Environment.GetEnvironmentVariable("PATH"), Path.DirectorySeparatorChar == '\\', IsProgram);

    /// <summary>
    /// The file to run. A name with a folder is returned unchanged. A bare name is found in PATH, whose relative entries are
    /// ignored because they depend on the current folder.
    /// </summary>
    /// <exception cref="FileNotFoundException">No folder of PATH contains the program.</exception>
    public string Find(string name)
    {
        if (HasFolder(name))
            return name;

        var extensions = isWindows && !HasAny(name, '.') ? WindowsExtensions : NoExtension;
        foreach (var entry in (searchPath ?? string.Empty).Split(isWindows ? ';' : ':'))
        {
            var folder = isWindows ? entry.Trim().Trim('"') : entry;
            if (!IsAbsolute(folder))
                continue;

            foreach (var extension in extensions)
            {
                var file = Join(folder, name + extension);
                if (isProgram(file))
                    return file;
            }
        }

        throw new FileNotFoundException();
    }

    private bool HasFolder(string name) => HasAny(name, '/') || (isWindows && HasAny(name, '\\', ':'));

    private static bool HasAny(string text, params char[] characters) => text.IndexOfAny(characters) >= 0;

    private bool IsAbsolute(string folder) => isWindows
        ? folder.StartsWith(@"\\", StringComparison.Ordinal)
            || (folder.Length >= 3 && char.IsLetter(folder[0]) && folder[1] == ':' && folder[2] is '\\' or '/')
        : folder.Length > 0 && folder[0] == '/';

    private string Join(string folder, string name) =>
        folder[folder.Length - 1] is '/' or '\\' ? folder + name : folder + (isWindows ? "\\" : "/") + name;

    private static bool IsProgram(string file)
    {
        if (!File.Exists(file))
            return false;
#if NET
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None;
#else
        return true;
#endif
    }
}
