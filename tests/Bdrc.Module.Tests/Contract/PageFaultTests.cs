using Bdrc.Faults.Tests.Paging;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests.Contract;

/// <summary>A list with faulty pages ends, emits each item once, and reports where it may be incomplete.</summary>
public sealed class PageFaultTests
{
    public static TheoryData<string> Names => [.. PageFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Emits_each_item_once_and_reports_the_fault(string name)
    {
        var fault = PageFaults.All.Single(candidate => candidate.Name == name);
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        foreach (var (status, body) in fault.Pages)
            served.Sandbox.Faults.Add(Fault.Raw(status, "application/json", body), "DescribeTasks");
        using var shell = engine.Begin("Get-BdrcTask -WarningVariable warnings");

        var items = shell.Invoke();

        Assert.Equal(fault.Items, string.Join(' ', items.Select(item => item.Properties["TaskId"].Value)));
        Assert.Equal(fault.Ending == PageEnding.Failed ? 1 : 0, shell.Streams.Error.Count);
        Assert.Equal(
            fault.Ending == PageEnding.Warned ? 1 : 0,
            shell.Streams.Warning.Count(record => record.Message.Contains("may be incomplete", StringComparison.Ordinal)));
        Assert.Equal(0, served.Sandbox.Faults.Pending);
    }

    [Fact]
    public async Task Shows_the_total_of_the_service_and_emits_the_actual_items()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        foreach (var (status, body) in PageFaults.All.Single(candidate => candidate.Name == "a total below zero").Pages)
            served.Sandbox.Faults.Add(Fault.Raw(status, "application/json", body), "DescribeTasks");

        var output = engine.Run("$output = @(Get-BdrcTask -IncludeTotalCount); \"$($output.Count)\"; $output[0].ToString()");

        Assert.Empty(engine.Errors);
        Assert.Equal(["3", "Unknown total count"], output.Select(line => line.ToString()));
    }
}
