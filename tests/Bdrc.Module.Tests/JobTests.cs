using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

public sealed class JobTests
{
    private const string Hour = "Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null; ";

    [Fact]
    public async Task Waits_in_a_job_and_returns_tasks_errors_and_messages()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        engine.Run(
            served.Connect + "$job = (Update-BdrcResource).TaskId, 't-none' | Wait-BdrcTask -AsJob -Verbose; $null = $job | Wait-Job");
        var output = engine.Run("$job | Receive-Job -Verbose");

        Assert.Equal("COMPLETE", Assert.Single(output).Properties["TaskStatus"].Value);
        Assert.StartsWith("TaskNotFound", Assert.Single(engine.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("DescribeTask: GET", engine.AllStreams, StringComparison.Ordinal);
        Assert.Equal("Completed", Assert.Single(engine.Run("$job.State")).ToString());
    }

    [Fact]
    public async Task Starts_a_task_and_waits_for_it_in_a_job()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var output = engine.Run(served.Connect + "Update-BdrcResource -Wait -AsJob | Receive-Job -Wait -AutoRemoveJob");

        Assert.Equal("COMPLETE", Assert.Single(output).Properties["TaskStatus"].Value);
        Assert.Empty(engine.Run("Get-Job"));
    }

    [Fact]
    public async Task Sends_nothing_after_it_is_stopped_and_removed()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.TaskDuration = TimeSpan.FromHours(1));
        using var engine = new Engine();
        engine.Run(served.Connect + "$job = Update-BdrcResource | Wait-BdrcTask -AsJob -PollInterval 0.01");
        await served.WaitForRequestAsync("DescribeTask");

        Assert.Equal("Stopped", Assert.Single(engine.Run("Stop-Job $job; $job.State")).ToString());
        var requests = served.Sandbox.RequestCount;
        Assert.Empty(engine.Run("Remove-Job $job; Get-Job"));

        engine.Run("Get-BdrcService");
        Assert.Equal(requests + 1, served.Sandbox.RequestCount);
    }

    [Fact]
    public void Is_listed_with_a_command_that_holds_no_secret()
    {
        using var engine = new Engine();

        engine.Run(Hour + "$id = (Update-BdrcResource).TaskId; <# planted-secret #> $job = Wait-BdrcTask $id -AsJob # planted-secret");

        var command = Assert.Single(engine.Run("(Get-Job).Command")).ToString();
        Assert.StartsWith("Wait-BdrcTask -TaskId t-", command, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", command, StringComparison.Ordinal);
        engine.Run("Remove-Job $job -Force");
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public async Task Fails_with_the_error_when_its_output_cannot_be_written()
    {
        var clock = new SettableClock();
        await using var served = await ServedSandbox.StartAsync(options =>
        {
            options.TaskDuration = TimeSpan.FromMinutes(1);
            options.TimeProvider = clock;
        });
        using var engine = new Engine();
        engine.Run(served.Connect + "$job = Update-BdrcResource -AsJob -PollInterval 0.01");
        var job = (Job)((PSObject)engine.Get("job")).BaseObject;
        job.Output.DataAdding += (_, _) => throw new InvalidOperationException("planted failure");

        clock.Advance(TimeSpan.FromMinutes(2));
        engine.Run("$null = $job | Wait-Job");

        Assert.Equal(JobState.Failed, job.JobStateInfo.State);
        Assert.Equal("planted failure", Assert.Single(job.Error).Exception.Message);
    }

    [Fact]
    public void Fails_when_the_service_cannot_be_reached()
    {
        using var engine = new Engine();

        engine.Run(
            "Connect-Bdrc -Region cn-shanghai -Endpoint http://127.0.0.1:1 -AccessKeyId LTAI5tSomebody000001 -AccessKeySecret nothing | " +
            "Out-Null; $job = Wait-BdrcTask t-1 -AsJob; $null = $job | Wait-Job");

        Assert.Equal("Failed", Assert.Single(engine.Run("$job.State")).ToString());
        Assert.Equal("1", Assert.Single(engine.Run("$job.Error.Count")).ToString());
    }
}
