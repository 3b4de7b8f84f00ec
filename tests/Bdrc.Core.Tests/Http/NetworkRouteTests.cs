using System.Net;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Throttling;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Tests.Http;

/// <summary>State that calls share is found by the address of the proxy; each sandbox has its own.</summary>
public sealed class NetworkRouteTests
{
    [Fact]
    public void Contexts_with_the_same_proxy_share_sockets_limits_and_pollers()
    {
        var first = RouteOf("http://proxy.example.invalid:8080", password: "planted-proxy-password");
        var second = RouteOf("http://PROXY.example.invalid:8080/", password: "planted-proxy-password");

        Assert.Same(first, second);
        Assert.Same(first.State.Get<RateLimiterRegistry>(), second.State.Get<RateLimiterRegistry>());
    }

    [Fact]
    public void Another_user_of_the_proxy_shares_the_limits_but_no_socket()
    {
        var first = RouteOf("http://proxy.example.invalid:8081", password: "planted-proxy-password");
        var second = RouteOf("http://proxy.example.invalid:8081", password: "planted-proxy-password-2");

        Assert.NotEqual(first.Name, second.Name);
        Assert.Same(first.State, second.State);
        Assert.DoesNotContain("planted", first.Name + second.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_proxy_and_no_proxy_share_nothing_with_it()
    {
        var first = RouteOf("http://proxy.example.invalid:8082", password: null);

        Assert.NotSame(first.State, RouteOf("http://proxy.example.invalid:8083", password: null).State);
        Assert.NotSame(first.State, NetworkRoute.Default.State);
    }

    [Fact]
    public void Two_handlers_in_memory_share_nothing()
    {
        using var handler = new HttpClientHandler();

        Assert.NotSame(NetworkRoute.Into(handler).State, NetworkRoute.Into(handler).State);
    }

    [Fact]
    public void A_context_at_another_region_keeps_the_route()
    {
        var context = Create("http://proxy.example.invalid:8084", password: null);

        Assert.Same(ContextState.Of(context).Route, ContextState.Of(ContextFactory.ForRegion(context, "ap-southeast-1")).Route);
    }

    private static NetworkRoute RouteOf(string proxy, string? password) => ContextState.Of(Create(proxy, password)).Route;

    private static BdrcContext Create(string proxy, string? password) => ContextFactory.Create(
        new ContextRequest
        {
            Region = "cn-shanghai",
            AccessKeyId = "LTAI5tExampleKeyId",
            AccessKeySecret = "planted-secret",
            Proxy = new Uri(proxy),
            ProxyCredential = password is null ? null : new NetworkCredential("user", password),
        },
        new CredentialContext { ReadVariable = _ => null });
}
