using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

/// <summary>A script on standard input, with <c>-Command -</c> or without options.</summary>
public sealed class PipedScriptTests : IDisposable
{
    private readonly TestModule _module = new();

    public static TheoryData<string> CommandLines => ["", "-Command -"];

    public void Dispose() => _module.Dispose();

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Runs_as_one_script_without_prompts(string commandLine)
    {
        var run = HostRun.WithInput("foreach ($i in 1, 2)\n{\n    $i\n}\n\n'end'\n", _module, Words(commandLine));

        Assert.Equal("1\n2\nend\n", run.Output);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Runs_nothing_when_it_has_a_parse_error(string commandLine)
    {
        var run = HostRun.WithInput("'never'\nif (\n", _module, Words(commandLine));

        Assert.Empty(run.Output);
        Assert.Contains("Missing condition", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("throw 'no'", 1)]
    [InlineData("'fine'", 0)]
    public void Returns_the_exit_code(string script, int expected)
    {
        Assert.Equal(expected, HostRun.WithInput(script, _module).ExitCode);
        Assert.Equal(expected, HostRun.WithInput(script, _module, "-Command", "-").ExitCode);
    }

    [Fact]
    public void Does_not_answer_prompts()
    {
        var run = HostRun.WithInput("Remove-Thing 1\ny\n", _module);

        Assert.DoesNotContain("removed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Cannot prompt: the input is redirected.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Succeeds_when_an_explicit_script_is_empty()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "-");

        Assert.Equal(new HostRun(0, string.Empty, string.Empty), run);
    }

    private static string[] Words(string commandLine) => commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
