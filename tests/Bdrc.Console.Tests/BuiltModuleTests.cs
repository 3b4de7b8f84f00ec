using Bdrc.Console.CommandLine;
using Bdrc.Console.Prompts;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests;

/// <summary>The host with the module that the build has staged.</summary>
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
    public void Shows_the_tour_and_ends_when_nobody_is_there()
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
    public void Leaves_a_person_connected_to_the_sandbox_after_the_tour()
    {
        using var keyboard = new Keyboard();
        keyboard.Type("'connected to ' + (Get-BdrcContext).Region\nexit 9\n");

        var run = HostRun.With(new TerminalInput(keyboard.ReadKey, TextWriter.Null), BuiltModule.Path, []);

        Assert.Equal(9, run.ExitCode);
        Assert.Matches("connected to .+\n$", run.Output);
    }

    private static HostRun Run(params string[] args) => HostRun.With(new RedirectedInput(TextReader.Null), BuiltModule.Path, args);
}
