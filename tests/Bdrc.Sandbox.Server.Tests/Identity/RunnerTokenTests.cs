using System.Buffers.Text;
using System.Text.Json;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class RunnerTokenTests
{
    private const string GitHub = IdentityPaths.GitHubIdToken + "?audience=sts.aliyuncs.com";
    private const string Azure = IdentityPaths.AzureIdToken + "?api-version=7.1";

    [Theory]
    [InlineData("bearer")]
    [InlineData("Bearer")]
    public async Task A_GitHub_job_gets_a_token_that_STS_takes(string scheme)
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.PlainAsync("GET", GitHub, ("authorization", scheme + " sandbox-github-request-token"));
        var token = response.Json.Text("value");
        (await fixture.Client.ExchangeAsync(token, IdTokenIssuer.GitHub)).MustBe(200);
        var claims = Claims(token);
        Assert.Equal(("sts.aliyuncs.com", "repo:sandbox/bdrc:ref:refs/heads/main"), (claims.Text("aud"), claims.Text("sub")));
        Assert.Equal(SandboxFixture.Start.ToUnixTimeSeconds(), claims.Number("iat"));
        Assert.Equal(SandboxFixture.Start.AddMinutes(10).ToUnixTimeSeconds(), claims.Number("exp"));
    }

    [Fact]
    public async Task A_GitHub_job_that_names_no_audience_gets_a_token_that_STS_does_not_take()
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.PlainAsync(
            "GET", IdentityPaths.GitHubIdToken, ("authorization", "bearer sandbox-github-request-token"));
        var token = response.Json.Text("value");
        Assert.Equal("https://github.com/sandbox", Claims(token).Text("aud"));
        (await fixture.Client.ExchangeAsync(token, IdTokenIssuer.GitHub)).MustBe(400, "AuthenticationFail.OIDCToken.Invalid");
    }

    [Theory]
    [InlineData("GET", "bearer another", 401)]
    [InlineData("GET", "Basic sandbox-github-request-token", 401)]
    [InlineData("GET", "", 401)]
    [InlineData("POST", "bearer sandbox-github-request-token", 405)]
    public async Task GitHub_refuses_whoever_it_does_not_know(string method, string authorization, int status)
    {
        using var fixture = new IdentityFixture();
        Assert.Equal(status, (await fixture.Client.PlainAsync(method, GitHub, ("authorization", authorization))).Status);
    }

    [Fact]
    public async Task GitHub_knows_the_bearer_that_was_set()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.GitHubRequestToken = "another";
        Assert.Equal(200, (await fixture.Client.PlainAsync("GET", GitHub, ("authorization", "bearer another"))).Status);
    }

    [Theory]
    [InlineData("", "p://sandbox/bdrc/pipeline")]
    [InlineData("&serviceConnectionId=5d0c", "sc://sandbox/bdrc/5d0c")]
    public async Task An_Azure_DevOps_job_gets_a_token_that_STS_takes(string query, string subject)
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.PlainAsync("POST", Azure + query, ("authorization", "Bearer sandbox-azure-access-token"));
        var token = response.Json.Text("oidcToken");
        (await fixture.Client.ExchangeAsync(token, IdTokenIssuer.AzureDevOps)).MustBe(200);
        Assert.Equal(subject, Claims(token).Text("sub"));
    }

    [Theory]
    [InlineData("GET", Azure, 405)]
    [InlineData("POST", IdentityPaths.AzureIdToken, 400)]
    public async Task Azure_DevOps_wants_a_POST_with_a_version(string method, string target, int status)
    {
        using var fixture = new IdentityFixture();
        Assert.Equal(status, (await fixture.Client.PlainAsync(method, target, ("authorization", "Bearer sandbox-azure-access-token"))).Status);
    }

    [Fact]
    public async Task Azure_DevOps_sends_strangers_to_its_sign_in_page_unless_they_ask_it_not_to()
    {
        using var fixture = new IdentityFixture();
        var page = await fixture.Client.PlainAsync("POST", Azure, ("authorization", "Bearer another"));
        Assert.Equal((302, "/_signin"), (page.Status, page.Header("Location")));
        Assert.Equal(401, (await fixture.Client.PlainAsync("POST", Azure, ("x-tfs-fedauthredirect", "Suppress"))).Status);
    }

    private static JsonElement Claims(string token)
    {
        var parts = token.Split('.');
        Assert.Equal(3, parts.Length);
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        return document.RootElement.Clone();
    }
}
