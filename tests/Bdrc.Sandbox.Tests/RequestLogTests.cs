using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Keeps_what_was_sent_newest_last()
    {
        using var fixture = new SandboxFixture();
        await fixture.CallAsync("DescribeTasks", ("TaskType", "CHECK RULES"));
        await fixture.CallAsync("CheckRules", ("ResourceArn", "acs:x"));
        Assert.Equal(2, fixture.Sandbox.RequestCount);
        Assert.Equal(["DescribeTasks", "CheckRules"], fixture.Sandbox.Requests.Select(request => request.Action));
        Assert.Equal("/api/v1/tasks?TaskType=CHECK%20RULES", fixture.Sandbox.Requests[0].RawTarget);
        Assert.Equal("bdrc.sandbox.invalid", fixture.Sandbox.Requests[0].Host);
        Assert.Equal("ResourceArn=acs%3Ax", System.Text.Encoding.UTF8.GetString(fixture.Sandbox.Requests[1].Body));
        Assert.All(fixture.Sandbox.Requests, request => Assert.DoesNotContain(
            request.Headers, header => header.Value.Contains(new SandboxOptions().AccessKeySecret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keeps_the_last_ten_thousand()
    {
        var sandbox = new BdrcSandbox(new SandboxOptions { Resources = 0 });
        for (var i = 0; i < 10_001; i++)
            await sandbox.HandleAsync(new SandboxRequest("GET", "/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), "h", [], []), TestContext.Current.CancellationToken);
        Assert.Equal(10_001, sandbox.RequestCount);
        Assert.Equal(10_000, sandbox.Requests.Count);
        Assert.Equal("/1", sandbox.Requests[0].RawTarget);
        Assert.Equal("/10000", sandbox.Requests[^1].RawTarget);
    }

    [Fact]
    public async Task Leads_every_handler_to_the_same_world()
    {
        using var fixture = new SandboxFixture();
        using var other = new HttpMessageInvoker(fixture.Sandbox.CreateHandler());
        await fixture.CallAsync("UpdateResources");
        var client = new SandboxClient(other, fixture.Clock) { AccessKeyId = fixture.Client.AccessKeyId };
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-signature-nonce"] = "of-the-other-client";
        Assert.Single((await client.SendAsync(request)).Content);
    }

    [Fact]
    public async Task Serves_many_threads_at_once()
    {
        using var fixture = new SandboxFixture(options => options.TaskDuration = TimeSpan.Zero);
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), TestContext.Current.CancellationToken, async (_, _) =>
        {
            (await fixture.CallAsync("UpdateResources")).MustBe(200);
            (await fixture.CallAsync("DescribeTasks")).MustBe(200);
        });
        Assert.Equal(400, (await fixture.CallAsync("DescribeTasks", ("MaxResults", 500))).Content.Select(task => task.Text("TaskId")).Distinct(StringComparer.Ordinal).Count());
    }
}
