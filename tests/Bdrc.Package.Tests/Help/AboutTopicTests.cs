using System.Text.RegularExpressions;
using Bdrc.Package.Tests.Scripts;

namespace Bdrc.Package.Tests.Help;

public sealed partial class AboutTopicTests
{
    private static readonly string[] EnvironmentNames =
    [
        "about_Bdrc_Ack", "about_Bdrc_AzurePipelines", "about_Bdrc_Container", "about_Bdrc_Credentials", "about_Bdrc_Ecs",
        "about_Bdrc_GitHub", "about_Bdrc_Laptop",
    ];

    public static TheoryData<string> Topics() => [.. AboutTopic.All()];

    public static TheoryData<string> EnvironmentTopics() =>
        [.. AboutTopic.All().Where(path => EnvironmentNames.Contains(new AboutTopic(path).Name, StringComparer.Ordinal))];

    public static TheoryData<string> Translations() =>
        [.. AboutTopic.All().Where(path => !path.StartsWith("en-US", StringComparison.Ordinal))];

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Exists_for_each_environment_and_for_credentials(string language) =>
        Assert.Subset(
            AboutTopic.All().ToHashSet(StringComparer.Ordinal),
            EnvironmentNames.Select(name => Path.Combine(language, name + ".help.txt")).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Topics))]
    public void No_line_is_wider_than_eighty_columns(string path) =>
        Assert.DoesNotContain(new AboutTopic(path).Lines, line => Columns(line) > 80);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_is_staged_with_the_module(string path) =>
        Assert.Equal(new AboutTopic(path).Text, File.ReadAllText(Path.Combine(BuildPaths.Module, path)));

    // Get-Help uses exactly the fifth line as the synopsis.
    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_has_its_name_in_the_second_line_and_one_line_of_synopsis_in_the_fifth(string path)
    {
        var topic = new AboutTopic(path);

        Assert.Equal(topic.Name, topic.Lines[1].Trim());
        Assert.NotEqual(string.Empty, topic.Lines[4].Trim());
        Assert.Equal(string.Empty, topic.Lines[5]);
    }

    [Theory]
    [MemberData(nameof(EnvironmentTopics))]
    public void Windows_PowerShell_can_parse_every_snippet(string path)
    {
        var topic = new AboutTopic(path);

        Assert.NotEmpty(topic.Snippets("PowerShell"));
        Assert.All(
            topic.Snippets("PowerShell").Concat(topic.PipelineScripts()),
            snippet =>
            {
                Assert.NotEqual(string.Empty, snippet);
                Assert.Empty(WindowsPowerShellSyntax.ErrorsInText(snippet));
            });
    }

    [Theory]
    [InlineData("about_Bdrc_GitHub")]
    [InlineData("about_Bdrc_AzurePipelines")]
    public void Finds_the_script_in_a_pipeline(string name) =>
        Assert.Contains(
            new AboutTopic(Path.Combine("en-US", name + ".help.txt")).PipelineScripts(),
            script => script.Contains("Connect-Bdrc", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_named_command_is_exported(string path)
    {
        var manifest = File.ReadAllText(BuildPaths.Manifest);

        Assert.All(
            Command().Matches(new AboutTopic(path).Text).Select(match => match.Value),
            command => Assert.Contains($"'{command}'", manifest, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_it_refers_to_exists(string path) =>
        Assert.All(
            TopicName().Matches(new AboutTopic(path).Text).Select(match => match.Value),
            name => Assert.True(
                File.Exists(Path.Combine(AboutTopic.Folder, "en-US", name + ".help.txt")), $"{name} does not exist."));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_snippets_of_the_original(string path)
    {
        var original = new AboutTopic(Path.Combine("en-US", Path.GetFileName(path)));
        var translation = new AboutTopic(path);

        Assert.All(
            new[] { "PowerShell", "YAML", "Shell", "Dockerfile" },
            language => Assert.Equal(original.Snippets(language), translation.Snippets(language)));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Every_variable_that_the_code_reads_is_in_the_table(string language)
    {
        var text = new AboutTopic(Path.Combine(language, "about_Bdrc_Credentials.help.txt")).Text;
        var words = Word().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var variables = EnvironmentVariables.ReadByCore();

        Assert.Contains("ALIBABA_CLOUD_ACCESS_KEY_ID", variables);
        Assert.All(variables, variable => Assert.Contains(variable, words));
    }

    [Theory]
    [InlineData("public const string A = \"ALICLOUD_A\";", "ALICLOUD_A")]
    [InlineData("environment.Variable(\"HOME\")", "HOME")]
    [InlineData("Environment.GetEnvironmentVariable(\"ANY\")", "ANY")]
    [InlineData("environment.IsOn(\"ALIBABA_CLOUD_B\")", "ALIBABA_CLOUD_B")]
    public void Finds_a_variable_however_it_is_read(string source, string name) =>
        Assert.Equal([name], EnvironmentVariables.In(source).Distinct(StringComparer.Ordinal));

    // A console shows Chinese characters and punctuation two columns wide.
    private static int Columns(string line) => line.Sum(c => c >= '\u2E80' ? 2 : 1);

    [GeneratedRegex(@"\b[A-Z][a-z]+-Bdrc[A-Za-z]*", RegexOptions.None, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\babout_Bdrc_[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex TopicName();

    [GeneratedRegex("[A-Z][A-Z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
