using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

public sealed class SimulationTests
{
    [Fact]
    public async Task Waits_for_a_thousand_tasks_within_the_quota_and_a_twentieth_of_the_requests()
    {
        var comparison = await Comparison.OfAsync(1_000);

        Assert.InRange(comparison.Watcher.PeakRate, 1, 10);
        Assert.Equal(0, comparison.Watcher.Refused);
        Assert.True(comparison.Watcher.Requests * 20 <= comparison.OneByOne.Requests, comparison.ToString());
        Assert.InRange(comparison.Watcher.MeanDelay, 0, 5);
    }

    [Fact]
    public async Task Waits_for_one_task_with_fewer_requests_and_no_more_delay()
    {
        var comparison = await Comparison.OfAsync(1);

        Assert.True(comparison.Watcher.Requests < comparison.OneByOne.Requests, comparison.ToString());
        Assert.True(comparison.Watcher.MeanDelay <= comparison.OneByOne.MeanDelay, comparison.ToString());
        Assert.True(comparison.Watcher.WorstDelay <= comparison.OneByOne.WorstDelay, comparison.ToString());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(10_000)]
    public async Task Never_goes_above_the_quota(int tasks)
    {
        var outcome = await Experiment.RunAsync(tasks, 1, way => way.WatchAsync());

        Assert.InRange(outcome.PeakRate, 1, 10);
        Assert.Equal(0, outcome.Refused);
    }
}
