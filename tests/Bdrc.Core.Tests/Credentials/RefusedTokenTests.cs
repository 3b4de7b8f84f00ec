using System.Collections.Concurrent;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Credentials;

public sealed class RefusedTokenTests : IDisposable
{
    private const string ServiceJson = """{"RequestId":"r","Data":{}}""";
    private readonly TestMachine _machine = new();
    private int _sessions;

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(1, null)]
    [InlineData(9, "InvalidSecurityToken.Expired")]
    public async Task Fetches_new_credentials_once_when_a_token_is_rejected(int refusals, string? code)
    {
        _machine.Respond = request =>
        {
            if (request.RequestUri!.Host == "127.0.0.1")
                return TestMachine.Json(_machine.SessionJson($"STS.Session{++_sessions}"));
            return refusals-- > 0
                ? TestMachine.Json("""{"Code":"InvalidSecurityToken.Expired","Message":"expired"}""", 403)
                : TestMachine.Json(ServiceJson);
        };
        var request = new ContextRequest { CredentialsUri = "http://127.0.0.1:9/c" };
        var failure = await Record.ExceptionAsync(() => CallAsync(_machine.SelectProvider(request), "one"));

        Assert.Equal(2, _sessions);
        Assert.Equal(code, (failure as BdrcException)?.Code);
        Assert.Equal(code is null, failure is null);
    }

    [Fact]
    public async Task Never_mixes_the_credentials_of_concurrent_accounts()
    {
        var pairs = new ConcurrentBag<(string Host, string Key)>();
        _machine.Respond = request =>
        {
            pairs.Add((request.RequestUri!.Host, string.Join(' ', request.Headers.GetValues("authorization"))));
            return TestMachine.Json(ServiceJson);
        };
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() =>
        {
            var name = i % 2 == 0 ? "even" : "odd";
            return CallAsync(new StaticCredentialProvider("test", new AccessCredentials("LTAI-" + name, "planted-secret", null)), name);
        })));

        Assert.Equal(400, pairs.Count);
        Assert.All(pairs, pair => Assert.Contains($"LTAI-{pair.Host.Split('.')[0]},", pair.Key, StringComparison.Ordinal));
    }

    private Task<BdrcService> CallAsync(ICredentialProvider provider, string name)
    {
        var state = new ContextState(provider)
        {
            Route = _machine.Context.Route,
            TimeProvider = _machine.Clock,
            EndpointIsFixed = true,
        };
        var endpoint = new Uri($"https://{name}.credentials.invalid");
        var context = ContextFactory.Build("cn-shanghai", endpoint, "LTAI-" + name, state, isSandbox: false);
        return BdrcClient.For(context, onDiagnostic: null).GetBdrcServiceAsync(CancellationToken.None);
    }
}
