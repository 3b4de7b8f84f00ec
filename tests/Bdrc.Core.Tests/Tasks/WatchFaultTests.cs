using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class WatchFaultTests
{
    private static readonly Fault[] EveryFault =
    [
        .. Enum.GetValues<ThrottleHint>().Select(hint => Fault.Throttle(hint, TimeSpan.FromMilliseconds(700))),
        .. from status in (int[])[500, 502, 503, 504]
           from body in Enum.GetValues<FaultBody>()
           select Fault.Status(status, body),
        Fault.Reset(afterExecution: false),
        Fault.Reset(afterExecution: true),
        Fault.Slow(TimeSpan.FromSeconds(5)),
        Fault.Slow(TimeSpan.FromMinutes(5)),
        Fault.TruncatedJson(),
        Fault.ClockSkew(TimeSpan.FromHours(1)),
        Fault.ExpiredToken(),
        Fault.NonceUsed(),
        Fault.Throttle(ThrottleHint.Milliseconds, TimeSpan.FromSeconds(90)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reports_every_task_once_although_a_fifth_of_the_polls_fails(int seed)
    {
        using var fixture = new WatchFixture(options =>
        {
            options.TaskDuration = TimeSpan.FromMinutes(30);
            options.FinishedTasks = 50;
        });
        var ids = await fixture.AllIdsAsync();
        ids.Add((await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken)).TaskId);
        var watch = fixture.CreateWatcher(ids);
        var seen = new List<string>();
#pragma warning disable CA5394 // The same faults every time.
        var random = new Random(seed);
        var faults = EveryFault.OrderBy(_ => random.Next()).ToList();
        var used = 0;
        while (await fixture.Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
        {
            seen.AddRange(report.Ended.Select(task => task.TaskId));
            Assert.Empty(report.Lost);
            if (random.NextDouble() < 0.2 || used < 5)
            {
                // As often as an attempt and its retries, so that the whole poll fails, not only one attempt.
                fixture.Sandbox.Faults.Clear();
                fixture.Sandbox.Faults.Add(faults[used++ % faults.Count], times: 4);
            }
        }
#pragma warning restore CA5394

        Assert.Equal(ids.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.InRange(used, 10, 200);
    }

    [Fact]
    public async Task Continues_after_each_kind_of_fault_when_a_whole_poll_fails()
    {
        foreach (var fault in EveryFault)
        {
            using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(3));
            var handle = await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken);
            var watch = fixture.CreateWatcher([handle.TaskId]);
            await watch.NextAsync(TestContext.Current.CancellationToken);
            fixture.Sandbox.Faults.Add(fault, times: 4);

            var ended = 0;
            while (await fixture.Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
                ended += report.Ended.Count;

            Assert.Equal(1, ended);
            Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
        }
    }
}
