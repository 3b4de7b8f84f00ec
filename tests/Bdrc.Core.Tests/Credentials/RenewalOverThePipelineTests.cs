using System.Collections.Concurrent;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>What calls diagnostic of a renewal: nothing, or one warning.</summary>
public sealed class RenewalOverThePipelineTests : IDisposable
{
    private readonly TestMachine _machine = new();
    private readonly ConcurrentQueue<BdrcDiagnostic> _diagnostics = new();
    private readonly ConcurrentQueue<string> _keys = new();
    private int _sessions;
    private bool _isUnavailable;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Renews_an_expired_token_once_for_eight_concurrent_calls()
    {
        var client = Client();
        await client.GetBdrcServiceAsync(CancellationToken.None);
        _machine.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => client.GetBdrcServiceAsync(CancellationToken.None))));

        Assert.Equal(2, _sessions);
        Assert.Equal(["STS.Session1", .. Enumerable.Repeat("STS.Session2", 8)], _keys);
        Assert.DoesNotContain(_diagnostics, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning);
    }

    [Fact]
    public async Task Warns_once_about_a_failed_renewal_while_the_old_token_is_valid()
    {
        var client = Client();
        await client.GetBdrcServiceAsync(CancellationToken.None);
        _machine.Clock.Advance(TimeSpan.FromMinutes(50));
        _isUnavailable = true;
        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => client.GetBdrcServiceAsync(CancellationToken.None))));
            _machine.Clock.Advance(TimeSpan.FromSeconds(40));
        }

        var warning = Assert.Single(_diagnostics, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning).Message;
        Assert.Contains("could not be renewed", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", warning, StringComparison.Ordinal);

        _machine.Clock.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<BdrcException>(() => client.GetBdrcServiceAsync(CancellationToken.None));
        Assert.Equal(33, _keys.Count);
        Assert.All(_keys, key => Assert.Equal("STS.Session1", key));
    }

    private BdrcClient Client()
    {
        _machine.Respond = request =>
        {
            if (request.RequestUri!.Host != "127.0.0.1")
            {
                _keys.Enqueue(request.Headers.GetValues("x-acs-accesskey-id").Single());
                return TestMachine.Json("""{"RequestId":"r","Data":{}}""");
            }

            return _isUnavailable
                ? TestMachine.Json("planted garbage", 500)
                : TestMachine.Json(_machine.SessionJson($"STS.Session{Interlocked.Increment(ref _sessions)}"));
        };
        var request = new ContextRequest { Region = "cn-shanghai", CredentialsUri = "http://127.0.0.1:9/c" };
        return BdrcClient.For(ContextFactory.Create(request, _machine.Context), _diagnostics.Enqueue);
    }
}
