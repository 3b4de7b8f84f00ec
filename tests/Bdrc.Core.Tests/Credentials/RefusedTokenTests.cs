using System.Collections.Concurrent;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Credentials;

public sealed class RefusedTokenTests : IDisposable
{
    private const string Service = """{"RequestId":"r","Data":{}}""";
    private readonly TestMachine _machine = new();
    private int _sessions;

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(1, null)]
    [InlineData(9, "InvalidSecurityToken.Expired")]
    public async Task Fetches_a_refused_token_anew_once(int refusals, string? code)
    {
        _machine.Answer = request =>
        {
            if (request.RequestUri!.Host == "127.0.0.1")
                return TestMachine.Json(_machine.Session($"STS.Session{++_sessions}"));
            return refusals-- > 0
                ? TestMachine.Json("""{"Code":"InvalidSecurityToken.Expired","Message":"expired"}""", 403)
                : TestMachine.Json(Service);
        };
        var request = new ContextRequest { CredentialsUri = "http://127.0.0.1:9/c" };
        var failure = await Record.ExceptionAsync(() => Call(CredentialSelection.Choose(request, _machine.Environment).Provider, "one"));

        Assert.Equal(2, _sessions);
        Assert.Equal(code, (failure as BdrcException)?.Code);
        Assert.Equal(code is null, failure is null);
    }

    [Fact]
    public async Task Never_mixes_two_accounts_that_call_at_once()
    {
        var pairs = new ConcurrentBag<(string Host, string Key)>();
        _machine.Answer = request =>
        {
            pairs.Add((request.RequestUri!.Host, string.Join(' ', request.Headers.GetValues("authorization"))));
            return TestMachine.Json(Service);
        };
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() =>
        {
            var name = i % 2 == 0 ? "even" : "uneven";
            return Call(new StaticCredentialProvider("test", new AccessCredentials("LTAI-" + name, "planted-secret", null)), name);
        })));

        Assert.Equal(400, pairs.Count);
        Assert.All(pairs, pair => Assert.Contains($"LTAI-{pair.Host.Split('.')[0]},", pair.Key, StringComparison.Ordinal));
    }

    private Task<BdrcService> Call(ICredentialProvider provider, string name)
    {
        var state = new ContextState(provider) { Route = _machine.Environment.Route, TimeProvider = _machine.Clock, EndpointIsFixed = true };
        var context = ContextFactory.Build("cn-shanghai", new Uri($"https://{name}.credentials.invalid"), "LTAI-" + name, state, isSandbox: false);
        return BdrcClient.For(context, onDiagnostic: null).GetBdrcServiceAsync(CancellationToken.None);
    }
}
