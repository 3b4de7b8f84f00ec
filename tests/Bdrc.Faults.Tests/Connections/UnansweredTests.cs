using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Connections;

/// <summary>
/// A connection that is never established, over a raw socket and with the handler of the module. Nothing was sent, so every
/// operation is retried, and the error names the peer that did not answer.
/// </summary>
public sealed class UnansweredTests
{
    private const string Key = "LTAI5tExampleKeyId";
    private const string Secret = "planted-secret-of-the-silence";

    [Theory]
    [InlineData(Unanswered.Connect, OperationKind.List)]
    [InlineData(Unanswered.Connect, OperationKind.Start)]
    [InlineData(Unanswered.Handshake, OperationKind.List)]
    [InlineData(Unanswered.Handshake, OperationKind.Start)]
    [InlineData(Unanswered.Tunnel, OperationKind.List)]
    [InlineData(Unanswered.Tunnel, OperationKind.Start)]
    public async Task Retries_a_call_that_was_never_sent_and_names_the_peer(Unanswered what, OperationKind operation)
    {
        using var peer = new UnansweredPeer(what);

        var failure = await FailAsync(Client(peer), operation);

        AssertSaysSo(what, peer, failure, attempts: 4);
        Assert.Equal(4, failure.Attempts);
    }

    [Theory]
    [InlineData(Unanswered.Connect)]
    [InlineData(Unanswered.Handshake)]
    [InlineData(Unanswered.Tunnel)]
    public async Task Reports_STS_that_does_not_answer(Unanswered what)
    {
        using var peer = new UnansweredPeer(what);
        var context = ContextFactory.Create(
            new ContextRequest { Region = "cn-shanghai", AccessKeyId = Key, AccessKeySecret = Secret, RoleArn = "acs:ram::1:role/r" },
            Machine(peer) with { StsAddress = peer.Endpoint });

        var failure = await FailAsync(BdrcClient.For(context, onDiagnostic: null), OperationKind.List);

        AssertSaysSo(what, peer, failure, attempts: null);
        Assert.Contains("STS", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Unanswered.Connect)]
    [InlineData(Unanswered.Handshake)]
    public async Task Reports_a_credentials_URI_that_does_not_answer(Unanswered what)
    {
        using var peer = new UnansweredPeer(what);
        var machine = Machine(peer) with
        {
            ReadVariable = name => name == "ALIBABA_CLOUD_CREDENTIALS_URI" ? peer.Endpoint + "credentials" : null,
        };
        var context = ContextFactory.Create(new ContextRequest { Region = "cn-shanghai" }, machine);

        var failure = await FailAsync(BdrcClient.For(context, onDiagnostic: null), OperationKind.List);

        Assert.Contains(peer.Authority, failure.Message, StringComparison.Ordinal);
        Assert.Contains("did not respond within 5 s", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertSaysSo(Unanswered what, UnansweredPeer peer, BdrcException failure, int? attempts)
    {
        var code = what == Unanswered.Tunnel ? "ProxyFailed" : "ConnectTimeout";
        Assert.Equal((BdrcErrorKind.Connection, code, false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Contains(peer.Authority, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cancel", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        if (peer.Connections is { } connections && attempts is not null)
            Assert.Equal(attempts, connections);
    }

    private static Task<BdrcException> FailAsync(BdrcClient client, OperationKind operation) => Assert.ThrowsAsync<BdrcException>(
        () => operation == OperationKind.List
            ? client.DescribeTasks(null, null, null).ReadAsync(TestContext.Current.CancellationToken)
            : client.CheckRulesAsync("acs:ecs:1", null, TestContext.Current.CancellationToken));

    private static BdrcClient Client(UnansweredPeer peer)
    {
        var state = new ContextState(new StaticCredentialProvider("test", new AccessCredentials(Key, Secret, null)))
        {
            Route = peer.Route,
            TimeProvider = new SkippingClock(),
            EndpointIsFixed = true,
        };
        return BdrcClient.For(ContextFactory.Build("cn-shanghai", peer.Endpoint, Key, state, isSandbox: false), onDiagnostic: null);
    }

    private static CredentialContext Machine(UnansweredPeer peer) =>
        new() { ReadVariable = _ => null, Clock = new SkippingClock(), Route = peer.Route };
}

/// <summary>A call that reads, and one that starts something.</summary>
public enum OperationKind
{
    /// <summary>DescribeTasks, a GET request.</summary>
    List,

    /// <summary>CheckRules, a POST request that is never repeated when it may have worked.</summary>
    Start,
}
