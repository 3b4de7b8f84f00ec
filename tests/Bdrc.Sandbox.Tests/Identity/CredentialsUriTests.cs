using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Identity;

public sealed class CredentialsUriTests
{
    [Fact]
    public async Task Hands_out_keys_that_open_BDRC_anew_each_time()
    {
        using var world = new TestWorld();
        var answer = await world.Client.PlainAsync("GET", IdentityPaths.CredentialsUri);
        Assert.Equal("Success", answer.Code);
        Assert.Equal("2026-01-02T04:04:05Z", answer.Json.Text("Expiration"));
        (await world.Client.CallWithAsync(answer.Json)).MustBe(200);
        var another = await world.Client.PlainAsync("GET", IdentityPaths.CredentialsUri);
        Assert.NotEqual(answer.Json.Text("AccessKeyId"), another.Json.Text("AccessKeyId"));
    }

    [Fact]
    public async Task Answers_nothing_but_GET()
    {
        using var world = new TestWorld();
        (await world.Client.PlainAsync("POST", IdentityPaths.CredentialsUri)).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Fact]
    public async Task Has_nothing_beside_it()
    {
        using var world = new TestWorld();
        (await world.Client.PlainAsync("GET", IdentityPaths.CredentialsUri + "/more")).MustBe(404, "InvalidAction.NotFound");
        (await world.Client.PlainAsync("GET", IdentityPaths.Prefix)).MustBe(404, "InvalidAction.NotFound");
    }
}
