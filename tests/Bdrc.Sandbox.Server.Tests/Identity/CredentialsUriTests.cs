using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class CredentialsUriTests
{
    [Fact]
    public async Task Issues_new_keys_that_BDRC_accepts_for_each_request()
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
    public async Task Accepts_only_GET()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.PlainAsync("POST", IdentityPaths.CredentialsUri)).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Fact]
    public async Task Returns_404_for_other_paths_under_the_prefix()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri + "/more")).MustBe(404, "InvalidAction.NotFound");
        (await fixture.Client.PlainAsync("GET", IdentityPaths.Prefix)).MustBe(404, "InvalidAction.NotFound");
    }
}
