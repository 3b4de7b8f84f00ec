using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>Commands that start a task for each record and wait for all of them.</summary>
public sealed class StartAndWaitTests
{
    [Fact]
    public async Task Starts_all_tasks_before_it_waits()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var tasks = engine.Run(served.Connect + "Get-BdrcResource -First 3 | Start-BdrcRuleCheck -Wait");

        Assert.Empty(engine.Errors);
        Assert.Equal(3, tasks.Select(static task => task.Properties["TaskId"].Value).Distinct().Count());
        Assert.Equal(
            ["CheckRules", "CheckRules", "CheckRules"],
            served.Sandbox.Requests.Select(static request => request.Action).SkipWhile(static action => action != "CheckRules").Take(3));
    }

    [Fact]
    public async Task Writes_one_job_for_a_pipeline()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var jobs = engine.Run(served.Connect + "$jobs = Get-BdrcResource -First 3 | Start-BdrcRuleCheck -AsJob; @($jobs).Count");
        var tasks = engine.Run("$jobs | Receive-Job -Wait");

        Assert.Empty(engine.Errors);
        Assert.Equal("1", Assert.Single(jobs).ToString());
        Assert.Equal(3, tasks.Count);
    }

    [Fact]
    public async Task Starts_a_refused_task_again_when_the_running_one_has_ended()
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.TaskDuration = TimeSpan.FromMilliseconds(300));
        using var engine = new Engine();

        var tasks = engine.Run(
            served.Connect + "$one = Get-BdrcResource -First 1; $one, $one | Start-BdrcRuleCheck -Wait -PollInterval 0.05 -Verbose");

        Assert.Empty(engine.Errors);
        Assert.Equal(2, tasks.Select(static task => task.Properties["TaskId"].Value).Distinct().Count());
        Assert.Contains("It is started again when that task has ended.", engine.AllStreams, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_a_refusal_as_an_error_when_it_does_not_wait()
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.TaskDuration = TimeSpan.FromHours(1));
        using var engine = new Engine();

        var error = engine.SingleError(served.Connect + "$one = Get-BdrcResource -First 1; $one, $one | Start-BdrcRuleCheck");

        Assert.StartsWith("CreateTaskFailed.PreviousTaskNotFinished", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Update-BdrcResource -AsJob")]
    [InlineData("ACS::OSS::Bucket", "Update-BdrcResource ACS::OSS::Bucket -AsJob")]
    public async Task Joins_a_refresh_that_is_running(string running, string line)
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.TaskDuration = TimeSpan.FromHours(1));
        using var engine = new Engine();

        var job = Assert.Single(engine.Run(
            $"{served.Connect} $handle = Update-BdrcResource {running}; {line} -Verbose | ForEach-Object {{ $_.Command; $_ | Stop-Job }}"));

        var streams = engine.AllStreams;
        var id = engine.Run("$handle.TaskId").Single().ToString();
        Assert.Equal("Wait-BdrcTask -TaskId " + id, job.ToString());
        Assert.Contains($"A refresh is running already: task {id}.", streams, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_tasks_that_were_started_when_the_pipeline_ends_early()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var written = new StringWriter();
        using var session = new ConsoleSession(new ConsoleStreams(new RedirectedInput(TextReader.Null), written, written));
        Assert.Null(session.LoadModule(Engine.ModulePath));

        session.Run(served.Connect + "& { Get-BdrcResource -First 2; throw 'enough' } | Start-BdrcRuleCheck -Wait");

        Assert.Matches("The tasks continue in the service. To wait for them: Wait-BdrcTask -TaskId t-[a-z0-9]+, t-", written.ToString());
    }
}
