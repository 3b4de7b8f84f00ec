using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Identity.Metadata;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class ServedMetadataTests
{
    private const string Credentials = "/latest/meta-data/ram/security-credentials/";

    [Theory]
    [InlineData(IdentityPaths.Metadata)]
    [InlineData("")]
    public async Task Hands_out_the_keys_of_the_role_to_whoever_has_a_token(string prefix)
    {
        await using var world = await ServedWorld.StartAsync();
        world.Sandbox.Identity.MetadataMode = MetadataMode.Hardened;
        Assert.Equal(403, (await world.Client.PlainAsync("GET", prefix + Credentials)).Status);
        var token = await world.Client.PlainAsync("PUT", prefix + "/latest/api/token", ("x-aliyun-ecs-metadata-token-ttl-seconds", "21600"));
        Assert.Equal(200, token.Status);
        var role = await world.Client.PlainAsync("GET", prefix + Credentials, ("x-aliyun-ecs-metadata-token", token.Text));
        var keys = await world.Client.PlainAsync("GET", prefix + Credentials + role.Text, ("x-aliyun-ecs-metadata-token", token.Text));
        Assert.Equal("Success", keys.Code);
        (await world.Client.CallWithAsync(keys.Json)).MustBe(200);
    }

    [Fact]
    public async Task Serves_the_first_version_too()
    {
        await using var world = await ServedWorld.StartAsync();
        world.Sandbox.Identity.MetadataMode = MetadataMode.VersionOne;
        Assert.Equal(404, (await world.Client.PlainAsync("PUT", "/latest/api/token", ("x-aliyun-ecs-metadata-token-ttl-seconds", "60"))).Status);
        Assert.Equal("bdrc-instance", (await world.Client.PlainAsync("GET", Credentials)).Text);
    }

    [Fact]
    public async Task Sends_garbage_pages_and_nothing_on_demand()
    {
        await using var world = await ServedWorld.StartAsync();
        var faults = world.Sandbox.Faults;
        faults.Add(Fault.Raw(200, "application/json", "{]"), IdentityOperations.MetadataCredentials);
        faults.Add(Fault.Status(403, FaultBody.Html), IdentityOperations.MetadataCredentials);
        faults.Add(Fault.Status(500, FaultBody.Empty), IdentityOperations.MetadataCredentials);
        var answers = new List<(int Status, string Text)>();
        for (var i = 0; i < 3; i++)
        {
            var answer = await world.Client.PlainAsync("GET", Credentials + "bdrc-instance");
            answers.Add((answer.Status, answer.Text));
        }

        Assert.Equal([200, 403, 500], answers.Select(answer => answer.Status));
        Assert.Equal("{]", answers[0].Text);
        Assert.StartsWith("<html>", answers[1].Text, StringComparison.Ordinal);
        Assert.Empty(answers[2].Text);
    }
}
