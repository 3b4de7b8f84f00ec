using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bdrc.Core.Tests.Text;

/// <summary>Strings.resx is sorted, has one entry per line and no unused entry, and numbers the placeholders without gaps.</summary>
public sealed partial class StringsTests
{
    private static readonly string Source = Path.Combine(RepositoryFolder.Path, "src");
    private static readonly string[] Lines =
    [
        .. File.ReadLines(Path.Combine(Source, "Bdrc.Models/Text/Strings.resx"))
            .Where(line => line.StartsWith("  <data ", StringComparison.Ordinal)),
    ];

    private static readonly Dictionary<string, string> Texts = Lines
        .Select(XElement.Parse)
        .ToDictionary(entry => (string)entry.Attribute("name")!, entry => entry.Element("value")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Strings_are_sorted_and_have_unique_names()
    {
        var names = Lines.Select(line => (string)XElement.Parse(line).Attribute("name")!).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names);
        Assert.NotEmpty(names);
    }

    [Fact]
    public void Placeholders_are_numbered_without_gaps()
    {
        foreach (var (name, text) in Texts)
        {
            var numbers = Placeholders().Matches(text)
                .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))
                .Distinct()
                .Order()
                .ToList();
            Assert.True(numbers.SequenceEqual(Enumerable.Range(0, numbers.Count)), name);
        }
    }

    [Fact]
    public void No_string_has_a_plural_after_a_number_that_can_be_1()
    {
        foreach (var (name, text) in Texts)
            Assert.False(Plurals().IsMatch(text), name);
    }

    [Fact]
    public void Every_string_is_used()
    {
        var source = string.Concat(Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(@"\obj\", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var used = Uses().Matches(source).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Texts.Keys.Except(used));
    }

    [Fact]
    public void The_generated_class_returns_every_string()
    {
        foreach (var (name, text) in Texts)
            Assert.Equal(text, Bdrc.Text.Strings.ResourceManager.GetString(name, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<!\{)\{(?<number>\d+)(:[^}]+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();

    [GeneratedRegex(
        @"(?<!of )\{\d+(:[^}]+)?\} (tasks|items|values|resources|requests|pages|errors)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plurals();

    [GeneratedRegex(@"Strings\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Uses();
}
