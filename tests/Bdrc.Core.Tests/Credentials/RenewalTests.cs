using Bdrc.Core.Contexts;
using Bdrc.Core.Http;

namespace Bdrc.Core.Tests.Credentials;

public sealed class RenewalTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Renews_an_expired_token_once_for_eight_concurrent_requests()
    {
        var provider = Provider();
        await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);
        _machine.Clock.Advance(TimeSpan.FromHours(2));
        var before = _machine.Requests.Count;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None))));

        Assert.Equal(before + 1, _machine.Requests.Count);
    }

    [Fact]
    public async Task Keeps_the_old_token_while_it_is_valid_and_warns_once()
    {
        var provider = Provider();
        var first = await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);
        _machine.Clock.Advance(TimeSpan.FromMinutes(50));
        _machine.Respond = _ => TestMachine.Json("planted garbage", 500);
        for (var i = 0; i < 3; i++)
        {
            Assert.Same(first, await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));
            _machine.Clock.Advance(TimeSpan.FromSeconds(40));
        }

        var warning = Assert.Single(_machine.Diagnostics, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning);
        Assert.Equal(BdrcDiagnosticLevel.Warning, warning.Level);
        Assert.DoesNotContain("planted", warning.Message, StringComparison.Ordinal);
        _machine.Clock.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));
    }

    [Fact]
    public async Task Lists_the_tried_sources_and_caches_that_this_is_no_instance()
    {
        var provider = _machine.SelectProvider(new ContextRequest());
        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));
        await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));

        Assert.Equal("NoCredentials", failure.Code);
        foreach (var name in new[] { "env:", "oidc_role_arn:", "cli_profile:", "profile:", "ecs_ram_role:", "credentials_uri:" })
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.Equal(["PUT http://100.100.100.200/latest/api/token"], _machine.Requests);
    }

    [Fact]
    public async Task Exchanges_the_id_token_of_a_GitHub_job()
    {
        _machine.Variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://token.example/t?v=1";
        _machine.Variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "planted-bearer";
        _machine.Respond = request => request.Method == HttpMethod.Get
            ? TestMachine.Json("""{"value":"planted.id.token"}""")
            : TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}""");
        var request = new ContextRequest
        {
            GitHubActions = true,
            RoleArn = "acs:ram::1:role/r",
            OidcProviderArn = "acs:ram::1:oidc-provider/p",
        };
        var credentials = await _machine.FetchAsync(request);

        Assert.Equal("STS.Session1", credentials.AccessKeyId);
        Assert.Equal("GET https://token.example/t?v=1&audience=sts.aliyuncs.com", _machine.Requests[0]);
        Assert.Contains("OIDCToken=planted.id.token", _machine.Bodies[1], StringComparison.Ordinal);
    }

    private ICredentialProvider Provider()
    {
        _machine.Respond = _ => TestMachine.Json(_machine.SessionJson("STS.Session1"));
        return _machine.SelectProvider(
            new ContextRequest { CredentialsUri = "http://127.0.0.1:9/c" });
    }
}
