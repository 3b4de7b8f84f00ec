using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Http.Retry;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A machine whose clock is an hour off: STS is called with its own time, and what it gives ends by it.</summary>
public sealed class WrongClockTests
{
    private readonly FakeTimeProvider _service = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData(60, "ahead")]
    [InlineData(-60, "behind")]
    public async Task Takes_a_role_on_and_keeps_the_session_for_as_long_as_it_lives(int minutes, string direction)
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        var machine = Machine(minutes);
        var environment = served.Environment with { Clock = machine, Jitter = () => 0 };
        var context = ContextFactory.Create(Key(served), environment);
        var client = BdrcClient.For(context, notice => served.Said.Add(notice.Message));

        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Exchanges(served));

        Pass(machine, 40);
        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Exchanges(served));

        Pass(machine, 10);
        await client.GetBdrcServiceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Exchanges(served));
        Assert.Single(served.Said, text => text.Contains($"clock of this machine is 3600 s {direction}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_up_on_a_stamp_that_is_refused_with_the_services_own_time()
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        served.Sandbox.Faults.Add(Fault.Error(400, "InvalidTimeStamp.Expired", "expired"), IdentityOperations.AssumeRole, times: 9);
        var provider = CredentialSelection.Choose(Key(served), served.Environment with { Clock = Machine(60) }).Provider;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(null, TestContext.Current.CancellationToken));

        Assert.Equal("InvalidTimeStamp.Expired", failure.Code);
        Assert.Equal(2, Exchanges(served));
    }

    [Fact]
    public async Task Exchanges_an_id_token_unsigned_with_a_stamp_and_does_not_take_the_session_for_expired()
    {
        await using var served = await ServedIdentity.StartAsync(_service);
        served.Texts["/token"] = served.Identity.IssueIdToken(IdTokenIssuer.Kubernetes);
        var request = new ContextRequest
        {
            OidcTokenFile = "/token",
            RoleArn = ServedIdentity.Role,
            OidcProviderArn = IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes),
        };
        var provider = CredentialSelection.Choose(request, served.Environment with { Clock = Machine(90) }).Provider;

        Assert.StartsWith("STS.", (await provider.GetAsync(null, TestContext.Current.CancellationToken)).AccessKeyId, StringComparison.Ordinal);
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

    private void Pass(FakeTimeProvider machine, int minutes)
    {
        _service.Advance(TimeSpan.FromMinutes(minutes));
        machine.Advance(TimeSpan.FromMinutes(minutes));
    }
}
