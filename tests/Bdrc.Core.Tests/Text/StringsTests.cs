using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bdrc.Core.Tests.Text;

/// <summary>The one file of texts: in order, each line an entry, each entry used, its places numbered without a gap.</summary>
public sealed partial class StringsTests
{
    private static readonly string Repository = FindRepository();
    private static readonly string[] Lines = [.. File.ReadLines(Path.Combine(Repository, "src/Bdrc.Models/Text/Strings.resx"))
        .Where(line => line.StartsWith("  <data ", StringComparison.Ordinal))];
    private static readonly Dictionary<string, string> Texts = Lines.Select(XElement.Parse)
        .ToDictionary(entry => (string)entry.Attribute("name")!, entry => entry.Element("value")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Is_sorted_and_has_each_name_once()
    {
        var names = Lines.Select(line => (string)XElement.Parse(line).Attribute("name")!).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names);
        Assert.NotEmpty(names);
    }

    [Fact]
    public void Numbers_the_places_without_a_gap()
    {
        foreach (var (name, text) in Texts)
        {
            var places = Places().Matches(text)
                .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
            Assert.True(places.SequenceEqual(Enumerable.Range(0, places.Count)), name);
        }
    }

    [Fact]
    public void Holds_no_text_that_nothing_uses()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(@"\obj\", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var used = Uses().Matches(source).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Texts.Keys.Except(used));
    }

    [Fact]
    public void Gives_every_text_to_the_class_that_names_it()
    {
        foreach (var (name, text) in Texts)
            Assert.Equal(text, Bdrc.Text.Strings.ResourceManager.GetString(name, CultureInfo.InvariantCulture));
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bdrc.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"(?<!\{)\{(?<number>\d+)(:[^}]+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    [GeneratedRegex(@"Strings\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Uses();
}
