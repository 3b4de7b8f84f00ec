using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class PromptTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Runs_each_line_in_one_session_until_the_input_ends()
    {
        var run = HostRun.WithInput("$a = 20\n$a + 1\n", _module, "-Prompt");

        Assert.Equal("21\n", run.Output);
        Assert.Equal("PS> PS> PS> ", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Prompts_for_the_rest_of_an_incomplete_line()
    {
        var run = HostRun.WithInput("foreach ($i in 1, 2) {\n$i * 2\n}\n", _module, "-Interactive");

        Assert.Equal("2\n4\n", run.Output);
        Assert.Equal("PS> >> >> PS> ", run.Error);
    }

    [Fact]
    public void Shows_the_parse_error_of_an_incomplete_line_at_the_end_of_the_input()
    {
        var run = HostRun.WithInput("if (", _module, "-Prompt");

        Assert.Contains("Missing condition", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Continues_after_an_error()
    {
        var run = HostRun.WithInput("throw 'no'\n'on'\n", _module, "-Prompt");

        Assert.Equal("on\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Ends_with_the_argument_of_exit()
    {
        var run = HostRun.WithInput("exit 7\n'never'\n", _module, "-Prompt");

        Assert.Empty(run.Output);
        Assert.Equal(7, run.ExitCode);
    }

    [Fact]
    public void Keeps_the_variables_of_a_script_run_with_NoExit()
    {
        var file = _module.Write("Made.ps1", "$made = 'made'");

        var run = HostRun.WithInput("$made\n", _module, "-NoExit", "-File", file);

        Assert.Equal("made\n", run.Output);
    }
}
