using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class CredentialsUriTests
{
    [Fact]
    public async Task Hands_out_keys_that_open_BDRC_anew_each_time()
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri);
        Assert.Equal("Success", response.Code);
        Assert.Equal("2026-01-02T04:04:05Z", response.Json.Text("Expiration"));
        (await fixture.Client.CallWithAsync(response.Json)).MustBe(200);
        var another = await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri);
        Assert.NotEqual(response.Json.Text("AccessKeyId"), another.Json.Text("AccessKeyId"));
    }

    [Fact]
    public async Task Answers_nothing_but_GET()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.PlainAsync("POST", IdentityPaths.CredentialsUri)).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Fact]
    public async Task Has_nothing_beside_it()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri + "/more")).MustBe(404, "InvalidAction.NotFound");
        (await fixture.Client.PlainAsync("GET", IdentityPaths.Prefix)).MustBe(404, "InvalidAction.NotFound");
    }
}
