using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>Ctrl+C during a wait: the work goes on, and the host shows how to wait for it again.</summary>
public sealed class StoppedWaitTests : IDisposable
{
    private readonly StringWriter _written = new();

    public void Dispose() => _written.Dispose();

    [Theory]
    [InlineData("", true)]
    [InlineData(" -WarningAction SilentlyContinue", false)]
    public async Task Shows_the_command_that_waits_for_the_task_again(string parameters, bool isShown)
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.TaskDuration = TimeSpan.FromHours(1));
        using var session = new ConsoleSession(
            new ConsoleStreams(new RedirectedInput(TextReader.Null), TextWriter.Synchronized(_written), TextWriter.Synchronized(_written)));
        Assert.Null(session.LoadModule(Engine.ModulePath));
        var run = Task.Run(
            () => session.Run($"{served.Connect} Update-BdrcResource -Wait{parameters}"), TestContext.Current.CancellationToken);
        await served.WaitForRequestAsync("DescribeTask");

        session.Stop();

        Assert.Equal(RunResult.Stopped, await run);
        Assert.Equal(
            isShown,
            _written.ToString().Contains("To wait for it again: Wait-BdrcTask -TaskId t-", StringComparison.Ordinal));
    }
}
