using System.Globalization;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

public sealed class QuotaTests
{
    [Fact]
    public async Task Throttles_the_eleventh_request_of_a_second_and_tells_the_wait()
    {
        using var world = new TestWorld(options => options.RequestsPerSecond = 10);
        for (var i = 0; i < 10; i++)
        {
            (await world.CallAsync("DescribeTasks")).MustBe(200);
            world.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var answer = await world.CallAsync("DescribeTasks");
        answer.MustBe(429, "Throttling.User");
        Assert.Equal("900", answer.Header("x-acs-retry-after"));

        world.Clock.Advance(TimeSpan.FromMilliseconds(int.Parse(answer.Header("x-acs-retry-after")!, CultureInfo.InvariantCulture)));
        (await world.CallAsync("DescribeTasks")).MustBe(200);
        (await world.CallAsync("DescribeTasks")).MustBe(429);
    }

    [Fact]
    public async Task Counts_each_operation_for_itself()
    {
        using var world = new TestWorld(options => options.RequestsPerSecond = 1);
        (await world.CallAsync("DescribeTasks")).MustBe(200);
        (await world.CallAsync("DescribeRules")).MustBe(200);
        (await world.CallAsync("DescribeTasks")).MustBe(429);
    }

    [Fact]
    public async Task Has_no_quota_when_it_is_zero()
    {
        using var world = new TestWorld();
        for (var i = 0; i < 100; i++)
            (await world.CallAsync("DescribeTasks")).MustBe(200);
    }
}
