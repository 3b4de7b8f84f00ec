using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>How long a metadata service that did not respond is left alone.</summary>
public sealed class InstanceProbeTests : IDisposable
{
    private const string Probe = "PUT http://100.100.100.200/latest/api/token";

    private readonly TestMachine _machine = new() { NeverResponds = true };

    [Fact]
    public async Task Probes_again_after_five_minutes()
    {
        await FailAsync();
        var before = _machine.Requests.Count;
        await FailAsync();
        Assert.Equal((1, 1), (before, _machine.Requests.Count));

        _machine.Clock.Advance(TimeSpan.FromMinutes(5));
        await FailAsync();

        Assert.Equal([Probe, Probe], _machine.Requests);
    }

    [Fact]
    public async Task Finds_an_instance_whose_metadata_responds_later()
    {
        await FailAsync();
        Respond();
        _machine.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("STS.instance", (await _machine.RunAsync(GetAsync(new ContextRequest()))).AccessKeyId);
    }

    [Fact]
    public async Task A_named_role_is_queried_at_once_and_ends_the_pause_of_the_probe()
    {
        await FailAsync();
        Respond();

        Assert.Equal("STS.instance", (await _machine.RunAsync(GetAsync(new ContextRequest { EcsRamRole = "role" }))).AccessKeyId);
        Assert.Equal("STS.instance", (await _machine.RunAsync(GetAsync(new ContextRequest()))).AccessKeyId);
    }

    private void Respond()
    {
        _machine.NeverResponds = false;
        _machine.Respond = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("session-token"),
            "/latest/meta-data/ram/security-credentials/" => TestMachine.Json("role"),
            _ => TestMachine.Json(_machine.SessionJson("STS.instance")),
        };
    }

    public void Dispose() => _machine.Dispose();

    private Task<BdrcException> FailAsync() => Assert.ThrowsAsync<BdrcException>(() => _machine.RunAsync(GetAsync(new ContextRequest())));

    // A new chain each time: the one that found nothing would probe again by itself.
    private Task<Bdrc.Core.Signing.AccessCredentials> GetAsync(ContextRequest request) =>
        CredentialSelection.Choose(request, _machine.Context).Provider
            .GetAsync(_machine.OnDiagnostic, TestContext.Current.CancellationToken);
}
