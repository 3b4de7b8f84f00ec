using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests;

/// <summary>The host with the module that the build staged.</summary>
public class BuiltModuleTests
{
    [Fact]
    public void Shows_the_main_job_as_a_table()
    {
        var run = Run("-Command", "Connect-Bdrc -Sandbox | Out-Null; Update-BdrcResource | Wait-BdrcTask");

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("TaskId", run.Output, StringComparison.Ordinal);
        Assert.Contains("COMPLETE", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_tour_and_ends_when_standard_input_is_empty()
    {
        var run = Run();

        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("PS> Connect-Bdrc -Sandbox\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("PS> Update-BdrcResource | Wait-BdrcTask\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("COMPLETE", run.Output, StringComparison.Ordinal);
        Assert.Contains("ObjectNotFound: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Opens_a_prompt_connected_to_the_sandbox_after_the_tour_at_a_terminal()
    {
        using var keyboard = new Keyboard();
        keyboard.Type("'connected to ' + (Get-BdrcContext).Region\nexit 9\n");

        var run = HostRun.Run(new TerminalInput(keyboard.ReadKey, TextWriter.Null), ConsoleSession.BuiltModulePath, []);

        Assert.Equal(9, run.ExitCode);
        Assert.Matches("connected to .+\n$", run.Output);
    }

    private static HostRun Run(params string[] args) =>
        HostRun.Run(new RedirectedInput(TextReader.Null), ConsoleSession.BuiltModulePath, args);
}
