using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Identity.IdTokens;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class ServedStsTests
{
    [Theory]
    [InlineData(IdentityPaths.Sts)]
    [InlineData("/")]
    public async Task Hands_out_a_key_that_opens_BDRC_until_it_expires(string path)
    {
        await using var world = await ServedWorld.StartAsync();
        var request = IdentityRequests.Sts("AssumeRole", ("RoleArn", IdentityRequests.RoleArn), ("RoleSessionName", "tester"));
        request.Path = path;
        var keys = (await world.Client.SendAsync(request)).Keys();
        (await world.Client.CallWithAsync(keys)).MustBe(200);
        world.Clock.Advance(TimeSpan.FromHours(1));
        (await world.Client.CallWithAsync(keys)).MustBe(400, "InvalidSecurityToken.Expired");
    }

    [Fact]
    public async Task Exchanges_the_id_token_of_a_GitHub_job()
    {
        await using var world = await ServedWorld.StartAsync();
        var answer = await world.Client.PlainAsync(
            "GET",
            IdentityPaths.GitHubIdToken + "?api-version=2.0&audience=sts.aliyuncs.com",
            ("authorization", "bearer " + world.Sandbox.Identity.GitHubRequestToken));
        var keys = (await world.Client.ExchangeAsync(answer.Json.Text("value"), IdTokenIssuer.GitHub)).Keys();
        var caller = await world.Client.SendWithAsync(keys, IdentityRequests.Sts("GetCallerIdentity"));
        Assert.Equal("acs:ram::1580000000000001:assumed-role/bdrc-operator/tester", caller.Json.Text("Arn"));
    }

    [Fact]
    public async Task Refuses_a_wrong_signature()
    {
        await using var world = await ServedWorld.StartAsync();
        world.Client.AccessKeySecret = "another";
        (await world.Client.AssumeRoleAsync()).MustBe(400, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Breaks_the_connection_on_demand()
    {
        await using var world = await ServedWorld.StartAsync();
        world.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), IdentityOperations.AssumeRole);
        await Assert.ThrowsAsync<HttpRequestException>(() => world.Client.AssumeRoleAsync());
        (await world.Client.AssumeRoleAsync()).MustBe(200);
    }
}
