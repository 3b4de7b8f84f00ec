using Bdrc.Console.CommandLine;

namespace Bdrc.Console.Tests.CommandLine;

public class OptionParserTests
{
    [Fact]
    public void Reads_all_words_after_command_as_the_script()
    {
        Assert.True(OptionParser.TryParse(["-NoExit", "-Command", "Get-BdrcTask", "-Status", "RUNNING"], out var options, out _));
        Assert.Equal("Get-BdrcTask -Status RUNNING", options.Command);
        Assert.True(options.NoExit);
    }

    [Fact]
    public void Reads_all_words_after_file_as_its_arguments()
    {
        Assert.True(OptionParser.TryParse(["-File", "a.ps1", "-Help", "x"], out var options, out _));
        Assert.Equal("a.ps1", options.File);
        Assert.Equal(["-Help", "x"], options.Arguments);
        Assert.False(options.Help);
    }

    [Fact]
    public void Refuses_words_after_a_command_on_standard_input()
    {
        Assert.False(OptionParser.TryParse(["-Command", "-", "more"], out _, out var problem));
        Assert.StartsWith("The option '-Command -' reads the script from standard input", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Help")]
    [InlineData("--help")]
    [InlineData("-?")]
    [InlineData("/?")]
    [InlineData("-h")]
    public void Recognizes_every_form_of_the_help_option(string word)
    {
        Assert.True(OptionParser.TryParse([word], out var options, out _));
        Assert.True(options.Help);
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("command")]
    [InlineData("")]
    public void Refuses_an_unknown_option_and_names_it(string word)
    {
        Assert.False(OptionParser.TryParse([word], out _, out var problem));
        Assert.StartsWith($"The option '{word}' is unknown.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-File")]
    [InlineData("-ModulePath")]
    public void Refuses_an_option_without_its_value(string word)
    {
        Assert.False(OptionParser.TryParse([word], out _, out var problem));
        Assert.StartsWith($"The option '{word}' needs a value.", problem, StringComparison.Ordinal);
    }
}
