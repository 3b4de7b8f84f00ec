using Bdrc.Sandbox.Identity.Logins;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Identity;

public sealed class LoginTests
{
    private const string Exchange = IdentityPaths.OAuth + "/v1/exchange";
    private const string Account = "{\"AccountId\":\"1580000000000001\",\"AccessConfigurationId\":\"ac-sandbox0001\"}";

    [Theory]
    [InlineData(IdentityPaths.CloudSso + "/cloud-credentials")]
    [InlineData("/cloud-credentials")]
    public async Task CloudSSO_exchanges_a_login_for_keys_that_open_BDRC(string path)
    {
        using var world = new TestWorld();
        var login = world.Sandbox.Identity.LogInToCloudSso();
        Assert.Null(login.RefreshToken);
        var answer = await CloudSsoAsync(world, login.AccessToken, Account, path);
        answer.MustBe(200);
        (await world.Client.CallWithAsync(answer.Json.GetProperty("CloudCredential"))).MustBe(200);
    }

    [Theory]
    [InlineData("", 400, "InvalidParameter")]
    [InlineData("[]", 400, "InvalidParameter")]
    [InlineData("{\"AccountId\":1}", 404, "EntityNotExists.Account")]
    [InlineData("{\"AccountId\":\"\\ud800\"}", 400, "InvalidParameter")]
    [InlineData("{\"AccountId\":\"1580000000000001\"}", 404, "EntityNotExists.AccessConfiguration")]
    public async Task CloudSSO_refuses_a_wrong_body(string body, int status, string code)
    {
        using var world = new TestWorld();
        (await CloudSsoAsync(world, world.Sandbox.Identity.LogInToCloudSso().AccessToken, body)).MustBe(status, code);
    }

    [Fact]
    public async Task CloudSSO_refuses_a_login_that_is_over_or_to_something_else()
    {
        using var world = new TestWorld();
        var login = world.Sandbox.Identity.LogInToCloudSso();
        (await CloudSsoAsync(world, "another", Account)).MustBe(401, "InvalidAccessToken");
        (await CloudSsoAsync(world, world.Sandbox.Identity.LogInToOAuth().AccessToken, Account)).MustBe(401, "InvalidAccessToken");
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(world.Clock.GetUtcNow(), login.Expiration);
        (await CloudSsoAsync(world, login.AccessToken, Account)).MustBe(401, "InvalidAccessToken");
        (await world.Client.PlainAsync("GET", "/cloud-credentials")).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Theory]
    [InlineData(Exchange)]
    [InlineData("/v1/exchange")]
    public async Task OAuth_exchanges_a_login_for_keys_that_open_BDRC(string path)
    {
        using var world = new TestWorld();
        var answer = await world.Client.PlainAsync("POST", path, Bearer(world.Sandbox.Identity.LogInToOAuth()));
        answer.MustBe(200);
        Assert.Equal("2026-01-02T04:04:05Z", answer.Json.Text("expiration"));
        Assert.Equal(answer.Header("x-acs-request-id"), answer.Json.Text("requestId"));
        var upper = $"{{\"AccessKeyId\":\"{answer.Json.Text("accessKeyId")}\",\"AccessKeySecret\":\"{answer.Json.Text("accessKeySecret")}\"," +
            $"\"SecurityToken\":\"{answer.Json.Text("securityToken")}\"}}";
        using var keys = System.Text.Json.JsonDocument.Parse(upper);
        (await world.Client.CallWithAsync(keys.RootElement)).MustBe(200);
    }

    [Fact]
    public async Task OAuth_refuses_a_login_that_is_over()
    {
        using var world = new TestWorld();
        world.Sandbox.Identity.LoginLifetime = TimeSpan.Zero;
        var answer = await world.Client.PlainAsync("POST", Exchange, Bearer(world.Sandbox.Identity.LogInToOAuth()));
        Assert.Equal((401, "invalid_token"), (answer.Status, answer.Json.Text("error")));
        Assert.Equal(401, (await world.Client.PlainAsync("POST", Exchange)).Status);
        Assert.Equal(405, (await world.Client.PlainAsync("GET", Exchange)).Status);
    }

    [Theory]
    [InlineData("4038181954557748008")]
    [InlineData("4103531455503354461")]
    public async Task OAuth_renews_a_login_once(string client)
    {
        using var world = new TestWorld();
        var login = world.Sandbox.Identity.LogInToOAuth();
        var answer = await RefreshAsync(world, login.RefreshToken!, client);
        answer.MustBe(200);
        Assert.Equal(3600, answer.Json.Number("expires_in"));
        var renewed = answer.Json.Text("access_token");
        Assert.Equal(200, (await world.Client.PlainAsync("POST", Exchange, ("authorization", "Bearer " + renewed))).Status);
        var again = await RefreshAsync(world, login.RefreshToken!, client);
        Assert.Equal((400, "invalid_grant"), (again.Status, again.Json.Text("error")));
        (await RefreshAsync(world, answer.Json.Text("refresh_token"), client)).MustBe(200);
    }

    [Theory]
    [InlineData("4038181954557748008", "authorization_code", 400, "unsupported_grant_type")]
    [InlineData("1", "refresh_token", 401, "invalid_client")]
    public async Task OAuth_refuses_other_grants_and_clients(string client, string grant, int status, string error)
    {
        using var world = new TestWorld();
        var answer = await RefreshAsync(world, world.Sandbox.Identity.LogInToOAuth().RefreshToken!, client, grant);
        Assert.Equal((status, error), (answer.Status, answer.Json.Text("error")));
    }

    private static (string Name, string Value) Bearer(SandboxLogin login) => ("authorization", "Bearer " + login.AccessToken);

    private static Task<Answer> CloudSsoAsync(
        TestWorld world, string token, string body, string path = IdentityPaths.CloudSso + "/cloud-credentials")
    {
        var request = new WireRequest(string.Empty, "POST", path);
        request.Headers["authorization"] = "Bearer " + token;
        return world.Client.SendPlainAsync(request, new StringContent(body, null, "application/json"));
    }

    private static Task<Answer> RefreshAsync(TestWorld world, string token, string client, string grant = "refresh_token")
    {
        var request = new WireRequest(string.Empty, "POST", IdentityPaths.OAuth + "/v1/token");
        request.Headers["content-type"] = "application/x-www-form-urlencoded";
        request.Form.AddRange([new("grant_type", grant), new("refresh_token", token), new("client_id", client)]);
        return world.Client.SendPlainAsync(request);
    }
}
