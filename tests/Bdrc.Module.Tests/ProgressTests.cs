using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

// The variable of the build runner belongs to the process.
[Collection("RunnerEnvironment")]
public sealed class ProgressTests
{
    private const string Wait =
        "Connect-Bdrc -Sandbox -TaskDuration 3600 -FinishedTasks 5 | Out-Null; $null = Update-BdrcResource; " +
        "Get-BdrcTask | Wait-BdrcTask -Timeout 0.3 -PollInterval 0.1";
    private const string ServiceWait =
        "Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null; $null = Disable-BdrcService -Confirm:$false; " +
        "Enable-BdrcService -Wait -Timeout 0.3 -PollInterval 0.1";
    private const string NoRunner = "$env:CI = $null; $env:GITHUB_ACTIONS = $null; $env:TF_BUILD = $null; ";

    [Fact]
    public void Shows_and_removes_bars_whose_text_has_no_percentage()
    {
        using var engine = new Engine();
        using var shell = engine.Begin(NoRunner + Wait);

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
    public void Shows_and_removes_a_bar_for_the_service()
    {
        using var engine = new Engine();
        using var shell = engine.Begin(NoRunner + ServiceWait);

        shell.Invoke();

        var bars = shell.Streams.Progress.Where(record => record.Activity == "Waiting for the BDRC service").ToList();
        Assert.Equal("ServiceStatus OPENED, ServiceInitializeStatus INITIALIZING", bars[0].StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, bars[^1].RecordType);
        Assert.Single(bars, bar => bar.RecordType == ProgressRecordType.Completed);
    }

    [Theory]
    [InlineData(Wait, "Tasks ended: 5 of 6, 83.33 % done")]
    [InlineData(ServiceWait, "The BDRC service is being initialized: ServiceStatus OPENED, ServiceInitializeStatus INITIALIZING")]
    public void Writes_lines_instead_of_bars_on_a_build_runner(string wait, string line)
    {
        var before = Environment.GetEnvironmentVariable("CI");
        try
        {
            using var engine = new Engine();
            using var shell = engine.Begin("$env:CI = 'true'; " + wait);

            shell.Invoke();

            Assert.Empty(shell.Streams.Progress);
            Assert.StartsWith(line, Assert.Single(shell.Streams.Information).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
    }
}
