namespace Bdrc.Package.Tests.Help;

/// <summary>
/// One about_ file. A snippet follows a line with the name of its language and a colon, and is indented by eight columns.
/// </summary>
internal sealed class AboutTopic(string path)
{
    private const int SnippetIndent = 8;
    private static readonly string[] ScriptKeys = ["run: |", "pwsh: |", "powershell: |"];

    public static string Folder { get; } = Path.Combine(BuildPaths.Repository, "src", "Bdrc", "Help");

    public string FilePath { get; } = Path.Combine(Folder, path);

    public string Name => Path.GetFileName(FilePath)[..^".help.txt".Length];

    public string Text => File.ReadAllText(FilePath);

    public string[] Lines => File.ReadAllLines(FilePath);

    /// <summary>All topics, relative to the help folder.</summary>
    public static IEnumerable<string> All() => Directory
        .EnumerateFiles(Folder, "about_*.help.txt", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file))
        .Order(StringComparer.Ordinal);

    /// <summary>The snippets of a language.</summary>
    public IReadOnlyList<string> Snippets(string language)
    {
        var marker = $"    {language}:";
        var lines = Lines;
        List<string> found = [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == marker)
                found.Add(Block(lines, i + 1, SnippetIndent));
        }

        return found;
    }

    /// <summary>The PowerShell scripts in the YAML snippets.</summary>
    public IEnumerable<string> PipelineScripts()
    {
        foreach (var lines in Snippets("YAML").Select(snippet => snippet.Split('\n')))
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (ScriptKeys.Any(key => lines[i].EndsWith(key, StringComparison.Ordinal)))
                    yield return Block(lines, i + 1, IndentOf(lines[i + 1]));
            }
        }
    }

    private static string Block(string[] lines, int start, int indent) => string.Join('\n', lines
        .Skip(start)
        .TakeWhile(line => line.Length == 0 || IndentOf(line) >= indent)
        .Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;
}
