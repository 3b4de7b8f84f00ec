using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class OidcTests
{
    [Theory]
    [InlineData(IdTokenIssuer.GitHub, "https://token.actions.githubusercontent.com", "sts.aliyuncs.com")]
    [InlineData(IdTokenIssuer.AzureDevOps, "https://vstoken.dev.azure.com/", "api://AzureADTokenExchange")]
    [InlineData(IdTokenIssuer.Kubernetes, "https://oidc-ack-cn-shanghai.", "sts.aliyuncs.com")]
    public async Task Exchanges_an_id_token_for_a_key_that_opens_BDRC(IdTokenIssuer issuer, string url, string audience)
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.ExchangeAsync(fixture.Identity.IssueIdToken(issuer), issuer);
        (await fixture.Client.CallWithAsync(response.Keys())).MustBe(200);
        var info = response.Json.GetProperty("OIDCTokenInfo");
        Assert.StartsWith(url, info.Text("Issuer"), StringComparison.Ordinal);
        Assert.Equal(audience, info.Text("ClientIds"));
        Assert.Equal("2026-01-02T03:14:05Z", info.Text("ExpirationTime"));
    }

    [Fact]
    public async Task Refuses_a_token_that_has_expired()
    {
        using var fixture = new IdentityFixture();
        var token = fixture.Identity.IssueIdToken(IdTokenIssuer.GitHub);
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));
        (await fixture.Client.ExchangeAsync(token, IdTokenIssuer.GitHub)).MustBe(400, "AuthenticationFail.OIDCToken.Expired");
        fixture.Identity.IdTokenLifetime = TimeSpan.Zero;
        token = fixture.Identity.IssueIdToken(IdTokenIssuer.GitHub);
        (await fixture.Client.ExchangeAsync(token, IdTokenIssuer.GitHub)).MustBe(400, "AuthenticationFail.OIDCToken.Expired");
    }

    [Fact]
    public async Task Refuses_a_token_that_was_not_issued_was_issued_by_another_or_for_another()
    {
        using var fixture = new IdentityFixture();
        var identity = fixture.Identity;
        var github = identity.IssueIdToken(IdTokenIssuer.GitHub);
        (await fixture.Client.ExchangeAsync(github + "x", IdTokenIssuer.GitHub)).MustBe(400, "AuthenticationFail.OIDCToken.Invalid");
        (await fixture.Client.ExchangeAsync(github, IdTokenIssuer.Kubernetes)).MustBe(400, "AuthenticationFail.OIDCToken.Invalid");
        var other = identity.IssueIdToken(IdTokenIssuer.GitHub, "https://github.com/sandbox");
        var response = await fixture.Client.ExchangeAsync(other, IdTokenIssuer.GitHub);
        response.MustBe(400, "AuthenticationFail.OIDCToken.Invalid");
        Assert.DoesNotContain(other, response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OIDCToken", "", 400, "MissingOIDCToken")]
    [InlineData("OIDCToken", "abc", 400, "InvalidParameter.OIDCToken")]
    [InlineData("OIDCProviderArn", "", 400, "MissingOIDCProviderArn")]
    [InlineData("OIDCProviderArn", "acs:ram::1580000000000001:oidc-provider/other", 404, "EntityNotExist.OIDCProvider")]
    [InlineData("RoleArn", "acs:ram::1580000000000001:role/nobody", 404, "EntityNotExist.Role")]
    [InlineData("DurationSeconds", "60", 400, "InvalidParameter.DurationSeconds")]
    public async Task Refuses_a_wrong_parameter(string name, string value, int status, string code)
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.ExchangeAsync(fixture.Identity.IssueIdToken(IdTokenIssuer.GitHub), IdTokenIssuer.GitHub, request =>
        {
            request.Form.RemoveAll(pair => pair.Key == name);
            request.Form.Add(new(name, value));
        });
        response.MustBe(status, code);
    }

    [Fact]
    public async Task Refuses_a_token_of_more_than_20000_characters_and_another_version()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.ExchangeAsync(new string('x', 20_001), IdTokenIssuer.GitHub)).MustBe(400, "InvalidParameter.OIDCToken");
        (await fixture.Client.ExchangeAsync(new string('x', 20_000), IdTokenIssuer.GitHub)).MustBe(400, "AuthenticationFail.OIDCToken.Invalid");
        var response = await fixture.Client.ExchangeAsync("token", IdTokenIssuer.GitHub, request => request.Query.RemoveAt(1));
        response.MustBe(400, "InvalidVersion");
    }
}
