using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

// The runner's variable belongs to the process.
[Collection("RunnerEnvironment")]
public sealed class ProgressTests
{
    private const string Wait = "Connect-Bdrc -Sandbox -TaskDuration 3600 -FinishedTasks 5 | Out-Null; $null = Update-BdrcResource; Get-BdrcTask | Wait-BdrcTask -Timeout 0.3 -PollInterval 0.1";

    [Fact]
    public void Shows_bars_without_a_percentage_in_words_and_takes_them_away()
    {
        using var engine = new Engine();
        using var shell = engine.Begin("$env:CI = $null; $env:GITHUB_ACTIONS = $null; $env:TF_BUILD = $null; " + Wait);

        shell.Invoke();

        var records = shell.Streams.Progress;
        var bar = records.First(record => record.ParentActivityId < 0);
        Assert.Equal("5 of 6 ended", bar.StatusDescription);
        Assert.Equal(83, bar.PercentComplete);
        Assert.All(records, record => Assert.DoesNotContain("%", record.StatusDescription, StringComparison.Ordinal));
        foreach (var activity in records.GroupBy(record => record.ActivityId))
            Assert.Equal(ProgressRecordType.Completed, activity.Last().RecordType);
    }

    [Fact]
    public void Writes_a_plain_line_where_a_runner_keeps_a_log()
    {
        var before = Environment.GetEnvironmentVariable("CI");
        try
        {
            using var engine = new Engine();
            using var shell = engine.Begin("$env:CI = 'true'; " + Wait);

            shell.Invoke();

            Assert.Empty(shell.Streams.Progress);
            Assert.StartsWith("5 of 6 tasks ended, 83.33 % done", Assert.Single(shell.Streams.Information).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
    }
}
