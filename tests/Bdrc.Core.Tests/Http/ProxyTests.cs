using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Http;

/// <summary>Which calls use a proxy, and how a proxy is authenticated (spec/credentials.md section 7).</summary>
public sealed class ProxyTests
{
    private static readonly NetworkCredential Credential = new("proxy-user", "planted-proxy-password");

    [Fact]
    public async Task Authenticates_after_a_407_response()
    {
        using var proxy = new ProxyServer("proxy-user", "planted-proxy-password");
        using var network = new HttpMessageInvoker(SocketHandlerFactory.Create(new WebProxy(proxy.Address) { Credentials = Credential }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://service.example.invalid/x");
        using var response = await network.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["407 GET http://service.example.invalid/x", "200 GET http://service.example.invalid/x"], proxy.Exchanges);
    }

    [Theory]
    [InlineData("socks4")]
    [InlineData("socks4a")]
    [InlineData("socks5")]
    public void Refuses_a_SOCKS_proxy_on_every_platform(string scheme)
    {
        var request = new ContextRequest
        {
            Region = "cn-shanghai",
            AccessKeyId = "LTAI5tExampleKey0001",
            AccessKeySecret = "secret",
            Proxy = new Uri(scheme + "://proxy.example.com:1080"),
        };

        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(request, CredentialContext.Process));

        Assert.Equal("InvalidProxy", failure.Code);
        Assert.Contains("SOCKS proxies are not supported", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_tunnels_to_BDRC_and_STS_through_the_proxy()
    {
        using var proxy = new ProxyServer("proxy-user", "planted-proxy-password");
        var direct = await FailureOf(proxy, Credential, roleArn: null);
        var throughRole = await FailureOf(proxy, Credential, ServedIdentity.Role);

        Assert.Equal(
            ["CONNECT bdrc.cn-shanghai.aliyuncs.com:443", "CONNECT sts.aliyuncs.com:443"],
            proxy.Exchanges
                .Where(line => line.StartsWith("200", StringComparison.Ordinal))
                .Select(line => line["200 ".Length..])
                .Distinct(StringComparer.Ordinal));
        Assert.All([direct, throughRole], failure => Assert.Equal(BdrcErrorKind.Connection, failure.Kind));
    }

    [Fact]
    public async Task Reports_that_the_proxy_refused_without_the_password()
    {
        using var proxy = new ProxyServer("proxy-user", "another");
        var failure = await FailureOf(proxy, Credential, roleArn: null);

        Assert.Contains("the proxy refused", failure.Message, StringComparison.Ordinal);
        Assert.All(proxy.Exchanges, line => Assert.Equal("407 CONNECT bdrc.cn-shanghai.aliyuncs.com:443", line));
    }

    [Theory]
    [InlineData("http://100.100.100.200/latest/api/token")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("https://localhost/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://169.254.1.1/")]
    public void Bypasses_the_proxy_for_local_addresses_and_the_instance_metadata(string address)
    {
        var proxy = new LocalBypassProxy(new WebProxy("http://proxy.example.invalid:3128"));

        Assert.True(proxy.IsBypassed(new Uri(address)));
        Assert.Null(proxy.GetProxy(new Uri(address)));
    }

    [Theory]
    [InlineData("https://bdrc.cn-shanghai.aliyuncs.com/")]
    [InlineData("https://sts.aliyuncs.com/")]
    [InlineData("http://100.100.100.201/")]
    [InlineData("http://127.0.0.1.example.com/")]
    public void Uses_the_proxy_for_all_other_addresses(string address) => Assert.Equal(
        new Uri("http://proxy.example.invalid:3128"),
        new LocalBypassProxy(new WebProxy("http://proxy.example.invalid:3128")).GetProxy(new Uri(address)));

    [Fact]
    public async Task Fetches_credentials_and_calls_a_local_endpoint_without_the_proxy()
    {
        await using var served = await ServedIdentity.StartAsync();
        using var proxy = new ProxyServer();
        await served.CallAsync(new ContextRequest { EcsRamRole = string.Empty, Proxy = proxy.Address });

        Assert.Empty(proxy.Exchanges);
        Assert.Contains(served.Sandbox.Requests, sent => sent.Action == "DescribeTasks");
    }

    private static Task<BdrcException> FailureOf(ProxyServer proxy, NetworkCredential credential, string? roleArn)
    {
        var context = ContextFactory.Create(
            new ContextRequest
            {
                Region = "cn-shanghai",
                AccessKeyId = "LTAI5tExampleKey",
                AccessKeySecret = "planted-secret-of-test",
                RoleArn = roleArn,
                MaxRetries = 0,
                Proxy = proxy.Address,
                ProxyCredential = credential,
            },
            new CredentialContext { ReadVariable = _ => null, Clock = new PromptClock(TimeSpan.FromSeconds(10)) });
        var client = BdrcClient.For(context, onDiagnostic: null);
        return FailureWithoutPassword(client.GetBdrcServiceAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<BdrcException> FailureWithoutPassword(Task call)
    {
        var failure = await ClientOverSocket.FailureOf(call);
        Assert.DoesNotContain("planted-proxy-password", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }
}
