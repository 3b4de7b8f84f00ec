using System.Text.RegularExpressions;

namespace Bdrc.Core.Tests.Contract;

/// <summary>Finds the cmdlets of an operation in the source of the module.</summary>
/// <param name="repository">The root folder of the repository.</param>
/// <param name="hidden">A part of a path; files with it count as missing. Null for none.</param>
internal sealed partial class CommandSources(string repository, string? hidden = null)
{
    private readonly IReadOnlyList<string> _sources = Read(repository, "src/Bdrc", hidden);

    /// <summary>The cmdlets whose class, or a base class of it, calls the client method of an operation.</summary>
    public IReadOnlyList<string> CmdletsCalling(string operation)
    {
        var call = new Regex($@"\.{operation}(Async)?\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        var classes = _sources.Where(source => call.IsMatch(source)).SelectMany(ClassesOf).ToHashSet(StringComparer.Ordinal);
        while (_sources.Any(source => IsDerived(source, classes)))
            classes.UnionWith(_sources.Where(source => IsDerived(source, classes)).SelectMany(ClassesOf));

        return [.. _sources
            .Where(source => ClassesOf(source).Any(classes.Contains))
            .Select(source => CmdletPattern().Match(source))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["verb"].Value}-{match.Groups["noun"].Value}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a path counts as missing.</summary>
    public static bool IsHidden(string path, string? hidden) => hidden is not null && path.Contains(hidden, StringComparison.Ordinal);

    /// <summary>The texts of the source files of a folder.</summary>
    public static IReadOnlyList<string> Read(string repository, string folder, string? hidden) =>
        [.. Directory.EnumerateFiles(Path.Combine(repository, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => file.Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !IsHidden(file, hidden))
            .Select(File.ReadAllText)];

    private static bool IsDerived(string source, HashSet<string> classes) => ClassPattern().Matches(source)
        .Any(match => classes.Contains(match.Groups["base"].Value) && !classes.Contains(match.Groups["name"].Value));

    private static IEnumerable<string> ClassesOf(string source) =>
        ClassPattern().Matches(source).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\[Cmdlet\(Verbs\w+\.(?<verb>\w+), ""(?<noun>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletPattern();

    [GeneratedRegex(@"\bclass (?<name>\w+)(<[^>]*>)?(\([^)]*\))?(\s*:\s*(?<base>\w+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClassPattern();
}
