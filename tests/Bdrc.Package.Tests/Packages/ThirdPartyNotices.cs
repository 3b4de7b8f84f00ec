using System.Text;

namespace Bdrc.Package.Tests.Packages;

/// <summary>The notices of the shipped packages: each license text once and in full, after the names of its packages.</summary>
internal static class ThirdPartyNotices
{
    public static string Compose(IReadOnlyList<ShippedPackage> packages)
    {
        var text = new StringBuilder(
            "Bdrc is licensed under the MIT License, see LICENSE. Its folder lib contains the packages below; these are their licenses.\n");
        var groups = packages
            .SelectMany(package => package.LicenseFiles().Select(file => (package, Text: Normalize(File.ReadAllText(file)))))
            .GroupBy(entry => entry.Text, entry => $"{entry.package.Id} {entry.package.Version}", StringComparer.Ordinal);
        foreach (var group in groups)
        {
            text.Append('\n').Append('=', 120).Append('\n');
            foreach (var package in group.Distinct(StringComparer.Ordinal))
                text.Append(package).Append('\n');
            text.Append('=', 120).Append("\n\n").Append(group.Key);
        }

        return text.ToString();
    }

    /// <summary>Line ends and trailing blanks as the repository has them; not a word is changed.</summary>
    private static string Normalize(string text) =>
        string.Join('\n', text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
}
