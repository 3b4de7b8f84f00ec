using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class MetadataTests
{
    private const string Token = IdentityPaths.Metadata + "/latest/api/token";
    private const string Credentials = IdentityPaths.Metadata + "/latest/meta-data/ram/security-credentials/";
    private const string Role = Credentials + "bdrc-instance";
    private const string Lifetime = "x-aliyun-ecs-metadata-token-ttl-seconds";
    private const string TokenHeader = "x-aliyun-ecs-metadata-token";

    [Fact]
    public async Task Names_the_role_and_hands_out_its_keys_without_a_token()
    {
        using var fixture = new IdentityFixture();
        var name = await fixture.Client.PlainAsync("GET", Credentials);
        Assert.Equal((200, "bdrc-instance"), (name.Status, name.Text));
        var keys = await fixture.Client.PlainAsync("GET", Role);
        Assert.Equal("Success", keys.Code);
        Assert.Equal(("2026-01-02T04:04:05Z", "2026-01-02T03:04:05Z"), (keys.Json.Text("Expiration"), keys.Json.Text("LastUpdated")));
        (await fixture.Client.CallWithAsync(keys.Json)).MustBe(200);
    }

    [Fact]
    public async Task Says_the_region()
    {
        using var fixture = new IdentityFixture();
        Assert.Equal("cn-shanghai", (await fixture.Client.PlainAsync("GET", IdentityPaths.Metadata + "/latest/meta-data/region-id")).Text);
    }

    [Fact]
    public async Task Is_at_its_own_path_too()
    {
        using var fixture = new IdentityFixture();
        Assert.Equal("bdrc-instance", (await fixture.Client.PlainAsync("GET", "/latest/meta-data/ram/security-credentials/")).Text);
    }

    [Fact]
    public async Task Wants_a_token_when_hardened()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.MetadataMode = MetadataMode.Hardened;
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", Credentials)).Status);
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", Role)).Status);
        var token = await fixture.Client.PlainAsync("PUT", Token, (Lifetime, "60"));
        Assert.Equal(200, token.Status);
        Assert.Equal("bdrc-instance", (await fixture.Client.PlainAsync("GET", Credentials, (TokenHeader, token.Text))).Text);
        (await fixture.Client.PlainAsync("GET", Role, (TokenHeader, token.Text))).MustBe(200, "Success");
    }

    [Theory]
    [InlineData(MetadataMode.Normal)]
    [InlineData(MetadataMode.Hardened)]
    public async Task Refuses_a_token_that_it_did_not_issue_or_that_has_expired(MetadataMode mode)
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.MetadataMode = mode;
        var token = (await fixture.Client.PlainAsync("PUT", Token, (Lifetime, "60"))).Text;
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", Role, (TokenHeader, token + "x"))).Status);
        fixture.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(200, (await fixture.Client.PlainAsync("GET", Role, (TokenHeader, token))).Status);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", Role, (TokenHeader, token))).Status);
    }

    [Theory]
    [InlineData("0", 400)]
    [InlineData("21601", 400)]
    [InlineData("an hour", 400)]
    [InlineData("1", 200)]
    [InlineData("21600", 200)]
    public async Task Issues_tokens_for_one_second_to_six_hours(string seconds, int status)
    {
        using var fixture = new IdentityFixture();
        Assert.Equal(status, (await fixture.Client.PlainAsync("PUT", Token, (Lifetime, seconds))).Status);
    }

    [Fact]
    public async Task Issues_no_token_without_a_lifetime_through_a_proxy_or_for_a_GET()
    {
        using var fixture = new IdentityFixture();
        Assert.Equal(400, (await fixture.Client.PlainAsync("PUT", Token)).Status);
        Assert.Equal(403, (await fixture.Client.PlainAsync("PUT", Token, (Lifetime, "60"), ("x-forwarded-for", "10.0.0.1"))).Status);
        Assert.Equal(405, (await fixture.Client.PlainAsync("GET", Token, (Lifetime, "60"))).Status);
    }

    [Fact]
    public async Task Knows_no_tokens_on_an_old_instance()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.MetadataMode = MetadataMode.VersionOne;
        Assert.Equal(404, (await fixture.Client.PlainAsync("PUT", Token, (Lifetime, "60"))).Status);
        (await fixture.Client.PlainAsync("GET", Role, (TokenHeader, "anything"))).MustBe(200, "Success");
    }

    [Fact]
    public async Task Refuses_everything_when_forbidden()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.MetadataMode = MetadataMode.Forbidden;
        Assert.Equal(403, (await fixture.Client.PlainAsync("PUT", Token, (Lifetime, "60"))).Status);
        Assert.Equal(403, (await fixture.Client.PlainAsync("GET", Role)).Status);
    }

    [Fact]
    public async Task Has_no_other_role_and_maybe_none()
    {
        using var fixture = new IdentityFixture();
        Assert.Equal(404, (await fixture.Client.PlainAsync("GET", Credentials + "bdrc-operator")).Status);
        Assert.Equal(404, (await fixture.Client.PlainAsync("GET", IdentityPaths.Metadata + "/latest/user-data")).Status);
        Assert.Equal(405, (await fixture.Client.PlainAsync("POST", Role)).Status);
        fixture.Identity.InstanceRole = null;
        Assert.Equal(404, (await fixture.Client.PlainAsync("GET", Credentials)).Status);
        Assert.Equal(404, (await fixture.Client.PlainAsync("GET", Role)).Status);
    }

    [Fact]
    public async Task Reads_an_encoded_role_name()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.InstanceRole = "a role";
        (await fixture.Client.PlainAsync("GET", Credentials + "a%20role")).MustBe(200, "Success");
    }

    [Fact]
    public async Task Keeps_its_keys_until_half_of_their_life_is_over()
    {
        using var fixture = new IdentityFixture();
        var first = (await fixture.Client.PlainAsync("GET", Role)).Json.Text("AccessKeyId");
        fixture.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(first, (await fixture.Client.PlainAsync("GET", Role)).Json.Text("AccessKeyId"));
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, (await fixture.Client.PlainAsync("GET", Role)).Json.Text("AccessKeyId"));
    }

    [Fact]
    public async Task Hands_out_keys_that_have_expired_on_demand()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.PlainAsync("GET", Role)).MustBe(200);
        fixture.Identity.SessionLifetime = TimeSpan.Zero;
        var keys = (await fixture.Client.PlainAsync("GET", Role)).Json;
        (await fixture.Client.CallWithAsync(keys)).MustBe(400, "InvalidSecurityToken.Expired");
    }
}
