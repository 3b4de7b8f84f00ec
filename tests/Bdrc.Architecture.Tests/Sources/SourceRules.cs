using System.Text.RegularExpressions;

namespace Bdrc.Architecture.Tests.Sources;

/// <summary>The rules for one C# file. Each returns the violations, so that a test can list all of them.</summary>
internal static partial class SourceRules
{
    public const int MaxLineLength = 140;

    /// <summary>The namespace must equal the folder. The root namespace of Bdrc.Models is Bdrc.</summary>
    public static IEnumerable<string> NamespaceViolations(SourceFile file)
    {
        if (NamespaceDeclaration().Match(file.Text) is not { Success: true } declaration)
            yield break;

        var folders = file.Path.Split('/')[1..^1];
        if (folders[0] == "Bdrc.Models")
            folders[0] = "Bdrc";
        var expected = string.Join('.', folders);
        if (declaration.Groups["name"].Value is var actual && actual != expected)
            yield return $"{file.Path}: {actual} instead of {expected}";
    }

    /// <summary>The file name, up to its first dot, must be the name of a type that the file declares.</summary>
    public static IEnumerable<string> FileNameViolations(SourceFile file)
    {
        var types = DeclaredTypes(file).ToList();
        var name = Path.GetFileName(file.Path).Split('.')[0];
        if (types.Count > 0 && !types.Contains(name, StringComparer.Ordinal))
            yield return $"{file.Path}: declares {string.Join(", ", types)}";
    }

    public static IEnumerable<string> LineLengthViolations(SourceFile file) => file.Lines
        .Select((line, index) => (line.Length, Number: index + 1))
        .Where(line => line.Length > MaxLineLength)
        .Select(line => $"{file.Path}:{line.Number}: {line.Length} characters");

    /// <summary>The names of the types and delegates that are declared in a file, in order.</summary>
    public static IEnumerable<string> DeclaredTypes(SourceFile file) =>
        TypeDeclaration().Matches(file.Text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(
        @"^[ ]*((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new)[ ]+)*" +
        @"((class|record([ ]+(class|struct))?|struct|enum|interface)[ ]+|delegate[ ]+[\w<>?,.\[\] ]+?[ ]+(?=\w+(<[^>]*>)?\())" +
        @"(?<name>[A-Z]\w*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex TypeDeclaration();
}
