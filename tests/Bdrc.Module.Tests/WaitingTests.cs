using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

public sealed class WaitingTests
{
    private const string Hour = "Connect-Bdrc -Sandbox -TaskDuration 3600 -FinishedTasks 5 | Out-Null; ";

    [Fact]
    public async Task Reports_every_result_of_one_pipeline()
    {
        await using var served = await ServedSandbox.StartAsync(options =>
        {
            options.FinishedTasks = 2;
            options.FailingTasks = 1;
        });
        using var engine = new Engine();

        var output = engine.Run(
            served.Connect
                + "$failing = Update-BdrcResource; $all = @(Get-BdrcTask); $all + 't-none' + $failing + $all[0] | Wait-BdrcTask");

        Assert.Equal(3, output.Count);
        Assert.Equal(2, output.Count(task => Equals(task.Properties["Succeeded"].Value, true)));
        Assert.Equal(["TaskFailed", "TaskNotFound"], engine.Errors.Select(Id).Order(StringComparer.Ordinal));
        Assert.Contains(
            "too many requests", engine.Errors.Single(error => Id(error) == "TaskFailed").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_at_the_first_failure_and_names_the_running_tasks()
    {
        using var engine = new Engine();

        Assert.Empty(engine.Run(Hour + "$running = Update-BdrcResource; 't-none', $running.TaskId | Wait-BdrcTask -FailFast"));

        Assert.Equal(["TaskNotFound", "WaitFailedFast"], engine.Errors.Select(Id));
        Assert.Equal(ErrorCategory.OperationStopped, engine.Errors[1].CategoryInfo.Category);
        var left = Assert.Single(engine.Run("Get-BdrcTask -Status CREATED; Get-BdrcTask -Status RUNNING")).ToString();
        engine.Run("'t-none', $running.TaskId | Wait-BdrcTask -FailFast");
        Assert.Contains(left, engine.Errors[1].ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_the_first_task_with_Any()
    {
        using var engine = new Engine();

        var task = Assert.Single(engine.Run(Hour + "$null = Update-BdrcResource; Get-BdrcTask | Wait-BdrcTask -Any"));

        Assert.Empty(engine.Errors);
        Assert.Equal("COMPLETE", task.Properties["TaskStatus"].Value);
    }

    [Theory]
    [InlineData("0.05")]
    [InlineData("'0.05'")]
    [InlineData("'00:00:00.05'")]
    [InlineData("([timespan]::FromMilliseconds(50))")]
    public void Accepts_a_timeout_in_seconds_or_as_a_span(string timeout)
    {
        using var engine = new Engine();

        var error = engine.SingleError(Hour + "Update-BdrcResource | Wait-BdrcTask -Timeout " + timeout);

        Assert.Equal("WaitTimeout", Id(error));
        Assert.Contains("0.05 s", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("NaN")]
    public void Refuses_a_timeout_that_is_not_a_duration(string timeout)
    {
        using var engine = new Engine();

        Assert.Contains(
            "seconds", engine.SingleError(Hour + $"Wait-BdrcTask t-1 -Timeout '{timeout}'").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_nothing_after_the_pipeline_has_stopped()
    {
        await using var served = await ServedSandbox.StartAsync(options =>
        {
            options.FinishedTasks = 5;
            options.TaskDuration = TimeSpan.FromHours(1);
        });
        using var engine = new Engine();

        // The engine's package has no Select-Object; break stops the pipeline in the same way.
        engine.Run(served.Connect + "$null = Update-BdrcResource; $all = @(Get-BdrcTask); " +
            "foreach ($i in 1) { $all | Wait-BdrcTask -PollInterval 0.01 | ForEach-Object { break } }");
        var requests = served.Sandbox.RequestCount;
        engine.Run("Get-BdrcService");

        Assert.Equal(requests + 1, served.Sandbox.RequestCount);
    }

    private static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];
}
