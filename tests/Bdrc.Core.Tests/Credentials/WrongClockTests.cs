using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>
/// The clock of the machine is an hour off. STS is called with the time of the service, and credentials expire by that time.
/// </summary>
public sealed class WrongClockTests
{
    private readonly FakeTimeProvider _service = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData(60, "ahead")]
    [InlineData(-60, "behind")]
    public async Task Assumes_a_role_and_keeps_the_session_until_it_expires(int minutes, string direction)
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        var machine = Machine(minutes);
        var credentialContext = served.Context with { Clock = machine, Jitter = () => 0 };
        var context = ContextFactory.Create(Key(served), credentialContext);
        var client = BdrcClient.For(context, diagnostic => served.Diagnostics.Add(diagnostic.Message));

        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Exchanges(served));

        Advance(machine, 40);
        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Exchanges(served));

        Advance(machine, 10);
        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Exchanges(served));
        Assert.Single(served.Diagnostics, text => text.Contains($"clock of this machine is 3600 s {direction}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stops_when_the_service_rejects_a_timestamp_of_its_own_clock()
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        served.Sandbox.Faults.Add(Fault.Error(400, "InvalidTimeStamp.Expired", "expired"), IdentityOperations.AssumeRole, times: 9);
        var provider = CredentialSelection.Choose(Key(served), served.Context with { Clock = Machine(60) }).Provider;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(null, TestContext.Current.CancellationToken));

        Assert.Equal("InvalidTimeStamp.Expired", failure.Code);
        Assert.Equal(2, Exchanges(served));
    }

    [Fact]
    public async Task Exchanges_an_id_token_without_a_signature_and_keeps_the_session()
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        served.FileTexts["/token"] = served.Identity.IssueIdToken(IdTokenIssuer.Kubernetes);
        var request = new ContextRequest
        {
            OidcTokenFile = "/token",
            RoleArn = ServedIdentity.Role,
            OidcProviderArn = IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes),
        };
        var provider = CredentialSelection.Choose(request, served.Context with { Clock = Machine(90) }).Provider;
        var credentials = await provider.GetAsync(null, TestContext.Current.CancellationToken);

        Assert.StartsWith("STS.", credentials.AccessKeyId, StringComparison.Ordinal);
        var sent = Assert.Single(served.Sandbox.Requests);
        Assert.Null(sent.Header("authorization"));
        Assert.Contains("&Timestamp=2026-01-02T", sent.RawTarget, StringComparison.Ordinal);
        Assert.DoesNotContain("AccessKeyId", sent.RawTarget, StringComparison.Ordinal);
    }

    private static ContextRequest Key(ServedIdentity served) => new()
    {
        Region = "cn-shanghai",
        Endpoint = served.Address.ToString(),
        AccessKeyId = "LTAI5tBdrcSandboxKey0001",
        AccessKeySecret = "planted-secret-of-the-user",
        RoleArn = ServedIdentity.Role,
    };

    private static int Exchanges(ServedIdentity served) => served.Sandbox.Requests.Count(sent => sent.Action == "AssumeRole");

    private FakeTimeProvider Machine(int minutes) => new(_service.GetUtcNow().AddMinutes(minutes));

    private void Advance(FakeTimeProvider machine, int minutes)
    {
        _service.Advance(TimeSpan.FromMinutes(minutes));
        machine.Advance(TimeSpan.FromMinutes(minutes));
    }
}
