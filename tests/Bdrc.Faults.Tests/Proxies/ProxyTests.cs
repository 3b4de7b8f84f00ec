using System.Net;
using System.Text;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Proxies;

/// <summary>A proxy that blocks a call, with the handler that real calls use.</summary>
public sealed class ProxyTests
{
    private const string Password = "planted-password-of-the-proxy";
    private const string Secret = "planted-secret-behind-the-proxy";
    private const string Demand =
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";

    /// <summary>The response of the proxy, and the number of its requests in the four attempts of one call.</summary>
    public static TheoryData<string?, int> Refusals => new()
    {
        { "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 4 },
        { Demand, 8 },
        { "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 4 },
        { "HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<html", 4 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Retries_any_operation_that_a_proxy_refused_and_names_the_proxy(string? response, int requests)
    {
        await using var proxy = new ConnectProxy(response);

        var failure = await FailAsync(proxy);

        Assert.Equal(
            ("ProxyFailed", BdrcErrorKind.Connection, false, 4), (failure.Code, failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("the proxy refused", failure.Message, StringComparison.Ordinal);
        Assert.Equal(requests, proxy.Heads.Count);
        AssertNothingLeaked(proxy, failure);
    }

    [Fact]
    public async Task Asks_a_proxy_that_closes_the_connection_once_for_each_attempt()
    {
        await using var proxy = new ConnectProxy(response: null);

        var failure = await FailAsync(proxy);

        Assert.Equal(
            ("ProxyFailed", BdrcErrorKind.Connection, false, 4), (failure.Code, failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Equal(failure.Attempts, proxy.Heads.Count);
        Assert.Contains($"the proxy {proxy.Address.Authority} does not work", failure.Message, StringComparison.Ordinal);
        Assert.Empty(proxy.ToTarget);
        AssertNothingLeaked(proxy, failure);
    }

    [Fact]
    public async Task Retries_any_operation_when_no_proxy_listens()
    {
        var proxy = new ConnectProxy(response: null);
        var address = proxy.Address;
        await proxy.DisposeAsync();

        var failure = await FailAsync(address);

        Assert.Equal(
            ("ProxyFailed", BdrcErrorKind.Connection, false, 4), (failure.Code, failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains(
            $"the proxy {address.Authority} does not work: the connection was refused", failure.Message, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", failure.RecommendedAction, StringComparison.Ordinal);
        AssertNothingLeaked(proxy, failure);
    }

    [Fact]
    public async Task Sends_only_TLS_through_the_tunnel_of_a_proxy()
    {
        await using var proxy = new ConnectProxy("HTTP/1.1 200 Connection established\r\n\r\n");

        var failure = await FailAsync(proxy);

        Assert.Equal(("TlsFailed", BdrcErrorKind.Connection, false), (failure.Code, failure.Kind, failure.OutcomeUnknown));
        Assert.Equal(0x16, proxy.ToTarget[0]);
        Assert.DoesNotContain("x-acs", Encoding.Latin1.GetString([.. proxy.ToTarget]), StringComparison.OrdinalIgnoreCase);
        AssertNothingLeaked(proxy, failure);
    }

    [Fact]
    public async Task Sends_the_password_to_the_proxy_only_when_the_proxy_requests_it()
    {
        await using var proxy = new ConnectProxy(Demand);

        await FailAsync(proxy);

        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Password));
        Assert.DoesNotContain("Proxy-Authorization", proxy.Heads[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Proxy-Authorization: " + expected, proxy.Heads[1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The answers of a proxy whose address has a user and a password, which .NET quotes in its messages.</summary>
    public static TheoryData<string?> Answers => new(
        (string?)null,
        Demand,
        "HTTP/1.1 407 No\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
        "no HTTP\r\n\r\n");

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Shows_no_user_and_no_password_of_the_address_of_a_proxy(string? response)
    {
        await using var proxy = new ConnectProxy(response);
        var address = new UriBuilder(proxy.Address) { UserName = "planted-user", Password = Password }.Uri;

        var failure = await FailAsync(address);

        Assert.DoesNotContain("planted-user", failure.ToString(), StringComparison.Ordinal);
        AssertNothingLeaked(proxy, failure);
    }

    [Fact]
    public async Task Bypasses_the_proxy_for_this_machine()
    {
        await using var proxy = new ConnectProxy(Demand);
        await using var served = new FaultyServer(new BdrcSandbox(new SandboxOptions { AccessKeySecret = Secret }), new SkippingClock());

        var handle = await Client(proxy.Address, served.Address, new SandboxOptions().AccessKeyId)
            .UpdateResourcesAsync(null, TestContext.Current.CancellationToken);

        Assert.NotEqual(string.Empty, handle.TaskId);
        Assert.Empty(proxy.Heads);
    }

    // CheckRules is never retried when it may have worked. Here the proxy blocked it, so it is retried.
    private static Task<BdrcException> FailAsync(ConnectProxy proxy) => FailAsync(proxy.Address);

    private static async Task<BdrcException> FailAsync(Uri proxy)
    {
        var client = Client(proxy, new Uri($"https://{Guid.NewGuid():N}.target.invalid"), "LTAI5tExampleKeyId");
        return await Assert.ThrowsAsync<BdrcException>(
            () => client.CheckRulesAsync("acs:ecs:1", null, TestContext.Current.CancellationToken));
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

    private static void AssertNothingLeaked(ConnectProxy proxy, BdrcException failure)
    {
        Assert.All(proxy.Heads, head => Assert.StartsWith("CONNECT ", head, StringComparison.Ordinal));
        Assert.All(proxy.Heads, head => Assert.DoesNotContain("x-acs", head, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Password)), failure.ToString(), StringComparison.Ordinal);
    }
}
