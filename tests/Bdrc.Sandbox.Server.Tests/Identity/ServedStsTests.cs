using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class ServedStsTests
{
    [Theory]
    [InlineData(IdentityPaths.Sts)]
    [InlineData("/")]
    public async Task Hands_out_a_key_that_opens_BDRC_until_it_expires(string path)
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var request = IdentityRequests.Sts("AssumeRole", ("RoleArn", IdentityRequests.RoleArn), ("RoleSessionName", "tester"));
        request.Path = path;
        var keys = (await fixture.Client.SendAsync(request)).Keys();
        (await fixture.Client.CallWithAsync(keys)).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        (await fixture.Client.CallWithAsync(keys)).MustBe(400, "InvalidSecurityToken.Expired");
    }

    [Fact]
    public async Task Exchanges_the_id_token_of_a_GitHub_job()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var response = await fixture.Client.PlainAsync(
            "GET",
            IdentityPaths.GitHubIdToken + "?api-version=2.0&audience=sts.aliyuncs.com",
            ("authorization", "bearer " + fixture.Identity.GitHubRequestToken));
        var keys = (await fixture.Client.ExchangeAsync(response.Json.Text("value"), IdTokenIssuer.GitHub)).Keys();
        var caller = await fixture.Client.SendWithAsync(keys, IdentityRequests.Sts("GetCallerIdentity"));
        Assert.Equal("acs:ram::1580000000000001:assumed-role/bdrc-operator/tester", caller.Json.Text("Arn"));
    }

    [Fact]
    public async Task Refuses_a_wrong_signature()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Client.AccessKeySecret = "another";
        (await fixture.Client.AssumeRoleAsync()).MustBe(400, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Breaks_the_connection_on_demand()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), IdentityOperations.AssumeRole);
        await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.AssumeRoleAsync());
        (await fixture.Client.AssumeRoleAsync()).MustBe(200);
    }
}
