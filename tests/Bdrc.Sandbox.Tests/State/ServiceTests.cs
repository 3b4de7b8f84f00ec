using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class ServiceTests
{
    [Fact]
    public async Task Is_open_and_initialised_by_default()
    {
        using var fixture = new SandboxFixture();
        var service = (await fixture.CallAsync("GetBdrcService")).Data;
        Assert.Equal(("OPENED", "SUCCESS"), (service.Text("ServiceStatus"), service.Text("ServiceInitializeStatus")));
        Assert.Equal(SandboxFixture.Start.AddHours(-1).ToUnixTimeSeconds(), service.Number("ProtectionScoreUpdatedTime"));
    }

    [Fact]
    public async Task Initialises_in_the_background_after_it_was_opened()
    {
        using var fixture = new SandboxFixture(options => options.ServiceOpened = false);
        (await fixture.CallAsync("DescribeTasks")).MustBe(404, "ServiceNotOpened");
        Assert.Equal("CLOSED", (await fixture.CallAsync("GetBdrcService")).Data.Text("ServiceStatus"));

        (await fixture.CallAsync("OpenBdrcService")).MustBe(200);
        (await fixture.CallAsync("OpenBdrcService")).MustBe(400, "ServiceAlreadyOpened");
        (await fixture.CallAsync("DescribeTasks")).MustBe(400, "ServiceInitializing");
        Assert.Equal("INITIALIZING", (await fixture.CallAsync("GetBdrcService")).Data.Text("ServiceInitializeStatus"));

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var service = (await fixture.CallAsync("GetBdrcService")).Data;
        Assert.Equal("SUCCESS", service.Text("ServiceInitializeStatus"));
        Assert.Equal(SandboxFixture.Start.ToUnixTimeSeconds(), service.Number("OpenTime"));
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Closes()
    {
        using var fixture = new SandboxFixture();
        (await fixture.CallAsync("CloseBdrcService")).MustBe(200);
        (await fixture.CallAsync("DescribeRegions")).MustBe(404, "ServiceNotOpened");
        (await fixture.CallAsync("CloseBdrcService")).MustBe(404, "ServiceNotOpened");
    }

    [Fact]
    public async Task Tells_the_time_of_the_last_refresh()
    {
        using var fixture = new SandboxFixture();
        await fixture.FinishAsync("UpdateResources");
        fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        var service = (await fixture.CallAsync("GetBdrcService")).Data;
        Assert.Equal(SandboxFixture.Start.AddSeconds(10).ToUnixTimeSeconds(), service.Number("ProtectionScoreUpdatedTime"));
    }
}
