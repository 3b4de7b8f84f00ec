namespace Bdrc.Isolation.Tests;

/// <summary>A temporary copy of the staged module, of the same or of another version.</summary>
internal sealed class ModuleCopy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bdrc-module-").FullName;

    public ModuleCopy(string? version = null, string folder = "Bdrc")
    {
        Folder = Path.Combine(_root, folder, version ?? "copy");
        foreach (var file in Directory.EnumerateFiles(StagedModule.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(StagedModule.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (version is null)
            return;
        VersionedAssemblies.Rewrite(Folder, version);
        foreach (var manifest in Directory.EnumerateFiles(Folder, "*.psd1"))
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("'0.1.0'", $"'{version}'", StringComparison.Ordinal));
    }

    public string Folder { get; }

    public string Manifest => Path.Combine(Folder, "Bdrc.psd1");

    /// <summary>Removes write permission, as in an installation by an administrator.</summary>
    public void MakeReadOnly()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.ReadOnly);
        if (!OperatingSystem.IsWindows())
            SetFolderMode(UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Every file with the time of its last change, which reveals a write even where the system allowed it.</summary>
    public IReadOnlyList<(string Path, DateTime Written)> Listing() =>
        [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.GetLastWriteTimeUtc(path)))];

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            SetFolderMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_root, recursive: true);
    }

    private void SetFolderMode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Folder, mode);
        foreach (var folder in Directory.EnumerateDirectories(Folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(folder, mode);
    }
}
