using Bdrc.Sandbox.Server.Identity.Logins;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class LoginTests
{
    private const string Exchange = IdentityPaths.OAuth + "/v1/exchange";
    private const string Account = "{\"AccountId\":\"1580000000000001\",\"AccessConfigurationId\":\"ac-sandbox0001\"}";

    [Theory]
    [InlineData(IdentityPaths.CloudSso + "/cloud-credentials")]
    [InlineData("/cloud-credentials")]
    public async Task CloudSSO_exchanges_a_login_for_keys_that_BDRC_accepts(string path)
    {
        using var fixture = new IdentityFixture();
        var login = fixture.Identity.LogInToCloudSso();
        Assert.Null(login.RefreshToken);
        var response = await CloudSsoAsync(fixture, login.AccessToken, Account, path);
        response.MustBe(200);
        (await fixture.Client.CallWithAsync(response.Json.GetProperty("CloudCredential"))).MustBe(200);
    }

    [Theory]
    [InlineData("", 400, "InvalidParameter")]
    [InlineData("[]", 400, "InvalidParameter")]
    [InlineData("{\"AccountId\":1}", 404, "EntityNotExists.Account")]
    [InlineData("{\"AccountId\":\"\\ud800\"}", 400, "InvalidParameter")]
    [InlineData("{\"AccountId\":\"1580000000000001\"}", 404, "EntityNotExists.AccessConfiguration")]
    public async Task CloudSSO_refuses_a_wrong_body(string body, int status, string code)
    {
        using var fixture = new IdentityFixture();
        (await CloudSsoAsync(fixture, fixture.Identity.LogInToCloudSso().AccessToken, body)).MustBe(status, code);
    }

    [Fact]
    public async Task CloudSSO_refuses_an_expired_login_and_a_login_to_another_service()
    {
        using var fixture = new IdentityFixture();
        var login = fixture.Identity.LogInToCloudSso();
        (await CloudSsoAsync(fixture, "another", Account)).MustBe(401, "InvalidAccessToken");
        (await CloudSsoAsync(fixture, fixture.Identity.LogInToOAuth().AccessToken, Account)).MustBe(401, "InvalidAccessToken");
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(fixture.Clock.GetUtcNow(), login.Expiration);
        (await CloudSsoAsync(fixture, login.AccessToken, Account)).MustBe(401, "InvalidAccessToken");
        (await fixture.Client.PlainAsync("GET", "/cloud-credentials")).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Theory]
    [InlineData(Exchange)]
    [InlineData("/v1/exchange")]
    public async Task OAuth_exchanges_a_login_for_keys_that_BDRC_accepts(string path)
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.PlainAsync("POST", path, Bearer(fixture.Identity.LogInToOAuth()));
        response.MustBe(200);
        Assert.Equal("2026-01-02T04:04:05Z", response.Json.Text("expiration"));
        Assert.Equal(response.Header("x-acs-request-id"), response.Json.Text("requestId"));
        var upper = $"{{\"AccessKeyId\":\"{response.Json.Text("accessKeyId")}\","
            + $"\"AccessKeySecret\":\"{response.Json.Text("accessKeySecret")}\","
            + $"\"SecurityToken\":\"{response.Json.Text("securityToken")}\"}}";
        using var keys = System.Text.Json.JsonDocument.Parse(upper);
        (await fixture.Client.CallWithAsync(keys.RootElement)).MustBe(200);
    }

    [Fact]
    public async Task OAuth_refuses_an_expired_login()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.LoginLifetime = TimeSpan.Zero;
        var response = await fixture.Client.PlainAsync("POST", Exchange, Bearer(fixture.Identity.LogInToOAuth()));
        Assert.Equal((401, "invalid_token"), (response.Status, response.Json.Text("error")));
        Assert.Equal(401, (await fixture.Client.PlainAsync("POST", Exchange)).Status);
        Assert.Equal(405, (await fixture.Client.PlainAsync("GET", Exchange)).Status);
    }

    [Theory]
    [InlineData("4038181954557748008")]
    [InlineData("4103531455503354461")]
    public async Task OAuth_renews_a_login_once(string client)
    {
        using var fixture = new IdentityFixture();
        var login = fixture.Identity.LogInToOAuth();
        var response = await RefreshAsync(fixture, login.RefreshToken!, client);
        response.MustBe(200);
        Assert.Equal(3600, response.Json.Number("expires_in"));
        var renewed = response.Json.Text("access_token");
        Assert.Equal(200, (await fixture.Client.PlainAsync("POST", Exchange, ("authorization", "Bearer " + renewed))).Status);
        var again = await RefreshAsync(fixture, login.RefreshToken!, client);
        Assert.Equal((400, "invalid_grant"), (again.Status, again.Json.Text("error")));
        (await RefreshAsync(fixture, response.Json.Text("refresh_token"), client)).MustBe(200);
    }

    [Theory]
    [InlineData("4038181954557748008", "authorization_code", 400, "unsupported_grant_type")]
    [InlineData("1", "refresh_token", 401, "invalid_client")]
    public async Task OAuth_refuses_other_grants_and_clients(string client, string grant, int status, string error)
    {
        using var fixture = new IdentityFixture();
        var response = await RefreshAsync(fixture, fixture.Identity.LogInToOAuth().RefreshToken!, client, grant);
        Assert.Equal((status, error), (response.Status, response.Json.Text("error")));
    }

    private static (string Name, string Value) Bearer(SandboxLogin login) => ("authorization", "Bearer " + login.AccessToken);

    private static Task<SandboxHttpResponse> CloudSsoAsync(
        IdentityFixture fixture, string token, string body, string path = IdentityPaths.CloudSso + "/cloud-credentials")
    {
        var request = new WireRequest(string.Empty, "POST", path);
        request.Headers["authorization"] = "Bearer " + token;
        return fixture.Client.SendPlainAsync(request, new StringContent(body, null, "application/json"));
    }

    private static Task<SandboxHttpResponse> RefreshAsync(
        IdentityFixture fixture, string token, string client, string grant = "refresh_token")
    {
        var request = new WireRequest(string.Empty, "POST", IdentityPaths.OAuth + "/v1/token");
        request.Headers["content-type"] = "application/x-www-form-urlencoded";
        request.Form.AddRange([new("grant_type", grant), new("refresh_token", token), new("client_id", client)]);
        return fixture.Client.SendPlainAsync(request);
    }
}
