using System.Text.RegularExpressions;

namespace Bdrc.Package.Tests.Help;

/// <summary>The variables that the core reads, as its source names them.</summary>
internal static partial class EnvironmentVariables
{
    public static IReadOnlyList<string> ReadByCore()
    {
        var folder = Path.Combine(Place.Repository, "src", "Bdrc.Core");
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsGenerated(Path.GetRelativePath(folder, file)))
            .SelectMany(file => In(File.ReadAllText(file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Texts that are such a name by their prefix, and arguments of what reads variables, whatever they are called.</summary>
    public static IEnumerable<string> In(string source) =>
        Prefixed().Matches(source).Concat(Argument().Matches(source)).Select(match => match.Groups["name"].Value);

    private static bool IsGenerated(string path) =>
        path.StartsWith("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || path.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(
        "\"(?<name>(ALIBABA_CLOUD|ALIBABACLOUD|ALICLOUD|BDRC|ACTIONS|SYSTEM)_[A-Z0-9_]+)\"",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex("(Variable|IsOn)\\(\"(?<name>[A-Z0-9_]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
