namespace Bdrc.Architecture.Tests.Sources;

/// <summary>A source or documentation file of the repository.</summary>
/// <param name="Path">Its path relative to the repository, with slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] GeneratedFolders = ["bin", "obj", "out", ".git", "TestResults"];

    private static readonly string[] Extensions =
        [".cs", ".md", ".ps1", ".psd1", ".ps1xml", ".resx", ".xml", ".txt", ".csproj", ".props", ".targets", ".yml"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(() => [.. Read(new DirectoryInfo(BuildPaths.Repository))]);

    public static IReadOnlyList<SourceFile> All => Files.Value;

    public static IEnumerable<SourceFile> CSharp => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public string[] Lines => Text.ReplaceLineEndings("\n").Split('\n');

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => Extensions.Contains(file.Extension, StringComparer.Ordinal)))
        {
            var path = System.IO.Path.GetRelativePath(BuildPaths.Repository, file.FullName).Replace('\\', '/');
            yield return new SourceFile(path, File.ReadAllText(file.FullName));
        }

        foreach (var child in folder.EnumerateDirectories().Where(child => !GeneratedFolders.Contains(child.Name, StringComparer.Ordinal)))
        {
            foreach (var file in Read(child))
                yield return file;
        }
    }
}
