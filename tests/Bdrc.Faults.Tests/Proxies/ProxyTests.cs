using System.Net;
using System.Text;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Faults.Tests.Proxies;

/// <summary>A proxy that does not let a call through, with the handler that real calls use.</summary>
public sealed class ProxyTests
{
    private const string Password = "planted-password-of-the-proxy";
    private const string Secret = "planted-secret-behind-the-proxy";
    private const string Demand = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";

    /// <summary>What the proxy does, and how often it is asked by the four attempts of one call.</summary>
    public static TheoryData<string?, int> Refusals => new()
    {
        { "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 4 },
        { Demand, 8 },
        { "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 4 },
        { "HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<html", 4 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Repeats_any_operation_that_a_proxy_refused_and_says_that_it_was_the_proxy(string? answer, int asked)
    {
        await using var proxy = new ConnectProxy(answer);

        var failure = await FailAsync(proxy);

        Assert.Equal(("ProxyFailed", BdrcErrorKind.Connection, false, 4), (failure.Code, failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("the proxy refused", failure.Message, StringComparison.Ordinal);
        Assert.Equal(asked, proxy.Heads.Count);
        DemandNothingGivenAway(proxy, failure);
    }

    // .NET asks such a proxy several times by itself, and then reports it as it reports a target that closes on the request
    // itself: what may have worked is not repeated.
    [Fact]
    public async Task Repeats_nothing_that_may_have_worked_when_a_proxy_closes_the_connection_without_a_word()
    {
        await using var proxy = new ConnectProxy(answer: null);

        var failure = await FailAsync(proxy);

        Assert.Equal(("ConnectionBroken", BdrcErrorKind.Connection, true, 1), (failure.Code, failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.NotEmpty(proxy.Heads);
        Assert.Empty(proxy.ToTarget);
        DemandNothingGivenAway(proxy, failure);
    }

    [Fact]
    public async Task Repeats_any_operation_when_no_proxy_listens()
    {
        var proxy = new ConnectProxy(answer: null);
        var address = proxy.Address;
        await proxy.DisposeAsync();

        var failure = await FailAsync(address);

        Assert.Equal((BdrcErrorKind.Connection, false, 4), (failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        DemandNothingGivenAway(proxy, failure);
    }

    [Fact]
    public async Task Speaks_nothing_but_TLS_through_a_proxy_that_opens_the_way()
    {
        await using var proxy = new ConnectProxy("HTTP/1.1 200 Connection established\r\n\r\n");

        var failure = await FailAsync(proxy);

        Assert.Equal(("TlsFailed", BdrcErrorKind.Connection, false), (failure.Code, failure.Kind, failure.OutcomeUnknown));
        Assert.Equal(0x16, proxy.ToTarget[0]);
        Assert.DoesNotContain("x-acs", Encoding.Latin1.GetString([.. proxy.ToTarget]), StringComparison.OrdinalIgnoreCase);
        DemandNothingGivenAway(proxy, failure);
    }

    [Fact]
    public async Task Gives_the_proxy_its_password_only_when_the_proxy_asks_for_it()
    {
        await using var proxy = new ConnectProxy(Demand);

        await FailAsync(proxy);

        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Password));
        Assert.DoesNotContain("Proxy-Authorization", proxy.Heads[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Proxy-Authorization: " + expected, proxy.Heads[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Calls_this_machine_past_the_proxy()
    {
        await using var proxy = new ConnectProxy(Demand);
        await using var served = new FaultyServer(new BdrcSandbox(new SandboxOptions { AccessKeySecret = Secret }), new SkippingClock());

        var handle = await Client(proxy.Address, served.Address, new SandboxOptions().AccessKeyId).UpdateResourcesAsync(null, TestContext.Current.CancellationToken);

        Assert.NotEqual(string.Empty, handle.TaskId);
        Assert.Empty(proxy.Heads);
    }

    // CheckRules: what may never be repeated when it may have worked. The proxy kept it, so it is.
    private static Task<BdrcException> FailAsync(ConnectProxy proxy) => FailAsync(proxy.Address);

    private static async Task<BdrcException> FailAsync(Uri proxy)
    {
        var client = Client(proxy, new Uri($"https://{Guid.NewGuid():N}.target.invalid"), "LTAI5tExampleKeyId");
        return await Assert.ThrowsAsync<BdrcException>(() => client.CheckRulesAsync("acs:ecs:1", null, TestContext.Current.CancellationToken));
    }

    private static BdrcClient Client(Uri proxy, Uri endpoint, string accessKeyId)
    {
        var state = new ContextState(new StaticCredentialProvider("test", new AccessCredentials(accessKeyId, Secret, null)))
        {
            Route = NetworkRoute.Through(proxy, new NetworkCredential("user", Password)),
            TimeProvider = new SkippingClock(),
            EndpointIsFixed = true,
        };
        return BdrcClient.For(ContextFactory.Build("cn-shanghai", endpoint, accessKeyId, state, isSandbox: false), onDiagnostic: null);
    }

    private static void DemandNothingGivenAway(ConnectProxy proxy, BdrcException failure)
    {
        Assert.All(proxy.Heads, head => Assert.StartsWith("CONNECT ", head, StringComparison.Ordinal));
        Assert.All(proxy.Heads, head => Assert.DoesNotContain("x-acs", head, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Password)), failure.ToString(), StringComparison.Ordinal);
    }
}
