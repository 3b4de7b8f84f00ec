using System.Globalization;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

public sealed class QuotaTests
{
    [Fact]
    public async Task Throttles_the_eleventh_request_of_a_second_and_tells_the_wait()
    {
        using var fixture = new SandboxFixture(options => options.RequestsPerSecond = 10);
        for (var i = 0; i < 10; i++)
        {
            (await fixture.CallAsync("DescribeTasks")).MustBe(200);
            fixture.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var response = await fixture.CallAsync("DescribeTasks");
        response.MustBe(429, "Throttling.User");
        Assert.Equal("900", response.Header("x-acs-retry-after"));

        fixture.Clock.Advance(TimeSpan.FromMilliseconds(int.Parse(response.Header("x-acs-retry-after")!, CultureInfo.InvariantCulture)));
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
        (await fixture.CallAsync("DescribeTasks")).MustBe(429);
    }

    [Fact]
    public async Task Counts_each_operation_for_itself()
    {
        using var fixture = new SandboxFixture(options => options.RequestsPerSecond = 1);
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
        (await fixture.CallAsync("DescribeRules")).MustBe(200);
        (await fixture.CallAsync("DescribeTasks")).MustBe(429);
    }

    [Fact]
    public async Task Has_no_quota_when_it_is_zero()
    {
        using var fixture = new SandboxFixture();
        for (var i = 0; i < 100; i++)
            (await fixture.CallAsync("DescribeTasks")).MustBe(200);
    }
}
