using System.Globalization;
using System.Resources;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bdrc.Text;

namespace Bdrc.Core.Tests.Text;

/// <summary>Strings.zh-Hans.resx translates every text of Strings.resx and keeps what scripts and users copy.</summary>
public sealed partial class ChineseStringsTests
{
    private static readonly Dictionary<string, string> English = Read("Strings.resx");
    private static readonly Dictionary<string, string> Chinese = Read("Strings.zh-Hans.resx");

    // Only placeholders, punctuation and names of properties.
    private static readonly HashSet<string> Neutral =
        ["ErrorText", "ErrorTextWithRequest", "ProgressService", "ProgressTask", "RetryLineRequest", "TaskAndState"];

    private static IEnumerable<(string Name, string English, string Chinese)> Pairs =>
        English.Where(text => Chinese.ContainsKey(text.Key)).Select(text => (text.Key, text.Value, Chinese[text.Key]));

    [Fact]
    public void Every_text_is_translated()
    {
        var missing = English.Keys.Except(Chinese.Keys).Order(StringComparer.Ordinal).ToList();
        var unknown = Chinese.Keys.Except(English.Keys).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "Strings.zh-Hans.resx lacks: " + string.Join(", ", missing));
        Assert.True(unknown.Count == 0, "Strings.zh-Hans.resx has texts that Strings.resx lacks: " + string.Join(", ", unknown));
    }

    [Fact]
    public void Texts_are_sorted()
    {
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), Chinese.Keys);
        Assert.NotEmpty(Chinese);
    }

    [Fact]
    public void Placeholders_and_their_formats_are_the_same() => Assert.All(
        Pairs, text => Assert.Equal(Tokens(Placeholders(), text.English), Tokens(Placeholders(), text.Chinese)));

    [Fact]
    public void Names_codes_commands_and_numbers_are_not_translated() => Assert.All(
        Pairs,
        text => Assert.All(
            Tokens(Untranslated(), Placeholders().Replace(text.English, string.Empty)),
            token => Assert.True(text.Chinese.Contains(token, StringComparison.Ordinal), $"{text.Name} lacks '{token}': {text.Chinese}")));

    [Fact]
    public void No_text_is_left_in_English() => Assert.All(
        Pairs,
        text =>
        {
            Assert.True(Ideographs().IsMatch(text.Chinese) != Neutral.Contains(text.Name), $"{text.Name}: {text.Chinese}");
            var words = EnglishWords().Match(Commands().Replace(text.Chinese, string.Empty));
            Assert.False(words.Success, $"{text.Name} contains '{words.Value}': {text.Chinese}");
        });

    [Theory]
    [InlineData("zh-CN", "所有资源")]
    [InlineData("zh-Hans", "所有资源")]
    [InlineData("zh-SG", "所有资源")]
    [InlineData("zh-Hans-CN", "所有资源")]
    [InlineData("zh-TW", "all resources")]
    [InlineData("en-US", "all resources")]
    [InlineData("de-DE", "all resources")]
    [InlineData("", "all resources")]
    public void A_culture_selects_the_language(string culture, string expected) =>
        Assert.Equal(expected, Strings.ResourceManager.GetString("AllResources", CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("", false)]
    [InlineData("en-US", false)]
    [InlineData("fr-FR", true)]
    public void No_satellite_is_searched_for_in_English(string culture, bool isSearched)
    {
        var searches = 0;
        Func<AssemblyLoadContext, System.Reflection.AssemblyName, System.Reflection.Assembly?> onMissing = (_, name) =>
        {
            if (name.Name == "Bdrc.Models.resources" && name.CultureName is "en" or "en-US" or "fr" or "fr-FR")
                Interlocked.Increment(ref searches);
            return null;
        };
        var context = new AssemblyLoadContext("satellites", isCollectible: true);
        context.Resolving += onMissing;
        try
        {
            var models = context.LoadFromAssemblyPath(typeof(Strings).Assembly.Location);

            new ResourceManager("Bdrc.Text.Strings", models).GetString("AllResources", CultureInfo.GetCultureInfo(culture));
        }
        finally
        {
            context.Unload();
        }

        Assert.Equal(isSearched, searches > 0);
    }

    private static Dictionary<string, string> Read(string file) => XDocument
        .Load(Path.Combine(RepositoryFolder.Path, "src/Bdrc.Models/Text", file)).Root!
        .Elements("data")
        .ToDictionary(entry => (string)entry.Attribute("name")!, entry => entry.Element("value")!.Value, StringComparer.Ordinal);

    private static List<string> Tokens(Regex pattern, string text) =>
        [.. pattern.Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<!\{)\{\d[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();

    // Parameters, commands, acronyms and variables, names of several humps, names with underscores, numbers.
    [GeneratedRegex(
        @"(?<![\w-])-[A-Z][A-Za-z]+|\b[A-Z][a-z]+-[A-Z][A-Za-z]+|\b[A-Z]{2,}[A-Z0-9_]*\b|\b[A-Z][a-z]+[A-Z]\w*|\w+_\w+|\b\d[\d.]*\b",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Untranslated();

    [GeneratedRegex(@"[\u4E00-\u9FFF]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ideographs();

    [GeneratedRegex(
        @"'[^']*'|""[^""]*""|\{[^}]*\}|aliyun \w+|icacls.*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commands();

    [GeneratedRegex(@"\b[a-z]{2,} [a-z]{2,}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishWords();
}
