using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class ServiceTests
{
    [Fact]
    public async Task Is_open_and_initialised_by_default()
    {
        using var world = new TestWorld();
        var service = (await world.CallAsync("GetBdrcService")).Data;
        Assert.Equal(("OPENED", "SUCCESS"), (service.Text("ServiceStatus"), service.Text("ServiceInitializeStatus")));
        Assert.Equal(TestWorld.Start.AddHours(-1).ToUnixTimeSeconds(), service.Number("ProtectionScoreUpdatedTime"));
    }

    [Fact]
    public async Task Initialises_in_the_background_after_it_was_opened()
    {
        using var world = new TestWorld(options => options.ServiceOpened = false);
        (await world.CallAsync("DescribeTasks")).MustBe(404, "ServiceNotOpened");
        Assert.Equal("CLOSED", (await world.CallAsync("GetBdrcService")).Data.Text("ServiceStatus"));

        (await world.CallAsync("OpenBdrcService")).MustBe(200);
        (await world.CallAsync("OpenBdrcService")).MustBe(400, "ServiceAlreadyOpened");
        (await world.CallAsync("DescribeTasks")).MustBe(400, "ServiceInitializing");
        Assert.Equal("INITIALIZING", (await world.CallAsync("GetBdrcService")).Data.Text("ServiceInitializeStatus"));

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var service = (await world.CallAsync("GetBdrcService")).Data;
        Assert.Equal("SUCCESS", service.Text("ServiceInitializeStatus"));
        Assert.Equal(TestWorld.Start.ToUnixTimeSeconds(), service.Number("OpenTime"));
        (await world.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Closes()
    {
        using var world = new TestWorld();
        (await world.CallAsync("CloseBdrcService")).MustBe(200);
        (await world.CallAsync("DescribeRegions")).MustBe(404, "ServiceNotOpened");
        (await world.CallAsync("CloseBdrcService")).MustBe(404, "ServiceNotOpened");
    }

    [Fact]
    public async Task Tells_the_time_of_the_last_refresh()
    {
        using var world = new TestWorld();
        await world.FinishAsync("UpdateResources");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var service = (await world.CallAsync("GetBdrcService")).Data;
        Assert.Equal(TestWorld.Start.AddSeconds(10).ToUnixTimeSeconds(), service.Number("ProtectionScoreUpdatedTime"));
    }
}
