using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class ServedMetadataTests
{
    private const string LifetimeHeader = "x-aliyun-ecs-metadata-token-ttl-seconds";
    private const string Credentials = "/latest/meta-data/ram/security-credentials/";

    [Theory]
    [InlineData(IdentityPaths.Metadata)]
    [InlineData("")]
    public async Task Returns_the_keys_of_the_role_to_a_caller_with_a_token(string prefix)
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Identity.MetadataMode = MetadataMode.Hardened;
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", prefix + Credentials)).Status);
        var token = await fixture.Client.PlainAsync("PUT", prefix + "/latest/api/token", (LifetimeHeader, "21600"));
        Assert.Equal(200, token.Status);
        var role = await fixture.Client.PlainAsync("GET", prefix + Credentials, ("x-aliyun-ecs-metadata-token", token.Text));
        var keys = await fixture.Client.PlainAsync("GET", prefix + Credentials + role.Text, ("x-aliyun-ecs-metadata-token", token.Text));
        Assert.Equal("Success", keys.Code);
        (await fixture.Client.CallWithAsync(keys.Json)).MustBe(200);
    }

    [Fact]
    public async Task Serves_the_first_version()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Identity.MetadataMode = MetadataMode.VersionOne;
        Assert.Equal(404, (await fixture.Client.PlainAsync("PUT", "/latest/api/token", (LifetimeHeader, "60"))).Status);
        Assert.Equal("bdrc-instance", (await fixture.Client.PlainAsync("GET", Credentials)).Text);
    }

    [Fact]
    public async Task Returns_invalid_JSON_HTML_and_an_empty_body_for_faults()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var faults = fixture.Sandbox.Faults;
        faults.Add(Fault.Raw(200, "application/json", "{]"), IdentityOperations.MetadataCredentials);
        faults.Add(Fault.Status(403, FaultBody.Html), IdentityOperations.MetadataCredentials);
        faults.Add(Fault.Status(500, FaultBody.Empty), IdentityOperations.MetadataCredentials);
        var responses = new List<(int Status, string Text)>();
        for (var i = 0; i < 3; i++)
        {
            var response = await fixture.Client.PlainAsync("GET", Credentials + "bdrc-instance");
            responses.Add((response.Status, response.Text));
        }

        Assert.Equal([200, 403, 500], responses.Select(response => response.Status));
        Assert.Equal("{]", responses[0].Text);
        Assert.StartsWith("<html>", responses[1].Text, StringComparison.Ordinal);
        Assert.Empty(responses[2].Text);
    }
}
