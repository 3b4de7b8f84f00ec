using System.Text.RegularExpressions;

namespace Bdrc.Package.Tests.Help;

/// <summary>The environment variables that Core reads, found in its source.</summary>
internal static partial class EnvironmentVariables
{
    public static IReadOnlyList<string> ReadByCore()
    {
        var folder = Path.Combine(BuildPaths.Repository, "src", "Bdrc.Core");
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsGenerated(Path.GetRelativePath(folder, file)))
            .SelectMany(file => In(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>String literals with a known prefix, and literal arguments of the methods that read variables.</summary>
    public static IEnumerable<string> In(string source) =>
        Prefixed().Matches(source).Concat(Argument().Matches(source)).Select(match => match.Groups["name"].Value);

    private static bool IsGenerated(string path) =>
        path.StartsWith("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || path.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(
        "\"(?<name>(ALIBABA_CLOUD|ALIBABACLOUD|ALICLOUD|BDRC|ACTIONS|SYSTEM)_[A-Z0-9_]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex("(Variable|IsOn)\\(\"(?<name>[A-Z0-9_]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
