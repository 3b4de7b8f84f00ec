using System.Management.Automation;
using System.Text;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>The password of a proxy is seen as little as a key.</summary>
[Collection(nameof(AloneWithTheSurroundings))]
public sealed class ProxySecretTests
{
    private const string Password = "Planted+Proxy/Password=With%Signs&Of";
    private const string Keys = "-AccessKeyId LTAI5tBdrcSandboxKey0001 -AccessKeySecret $secret";

    [Fact]
    public async Task Shows_no_password_of_a_proxy_that_refuses_it()
    {
        await using var scene = await SceneAsync();
        using var proxy = new RefusingProxy();

        var seen = scene.Run($"{Keys} -Proxy {proxy.Address} -ProxyCredential $proxyUser", endpoint: "bdrc.example.invalid", identity: false);

        var expected = "Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("proxy-user:" + Password));
        Assert.Contains(expected, proxy.Shown);
        Assert.Contains(seen.Errors, error => error.FullyQualifiedErrorId.StartsWith("ProxyFailed", StringComparison.Ordinal));
        SecretTests.ShowsNothing(scene, seen);
    }

    [Fact]
    public async Task Shows_no_password_of_a_proxy_that_is_not_needed()
    {
        await using var scene = await SceneAsync();
        using var proxy = new RefusingProxy();

        var seen = scene.Run($"{Keys} -Proxy {proxy.Address} -ProxyCredential $proxyUser");

        Assert.Empty(seen.Errors);
        Assert.Empty(proxy.Shown);
        SecretTests.ShowsNothing(scene, seen);
    }

    [Theory]
    [InlineData("http://proxy-user:{0}@127.0.0.1:9", "InvalidProxy")]
    [InlineData("https://{0}@proxy.example.invalid", "InvalidProxy")]
    [InlineData("proxy-user:{0}@proxy.example.invalid", "ParameterArgumentTransformationError")]
    [InlineData("socks5://proxy-user:{0}@127.0.0.1:9", "ParameterArgumentTransformationError")]
    public async Task Refuses_a_password_in_the_address_and_does_not_repeat_it(string address, string error)
    {
        await using var scene = await SceneAsync();
        scene.Set("proxy", address.Replace("{0}", Uri.EscapeDataString(Password), StringComparison.Ordinal));

        var seen = scene.Run($"{Keys} -Proxy $proxy");

        Assert.StartsWith(error, seen.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        SecretTests.ShowsNothing(scene, seen);
    }

    private static async Task<SecretScene> SceneAsync()
    {
        var scene = await SecretScene.StartAsync(temporaryKey: false);
        scene.Planted.Add("the proxy's password", Password);
        scene.Planted.Add("the proxy's user and password", "proxy-user:" + Password);
        scene.Set("secret", scene.KeySecret);
        scene.Set("proxyUser", new PSCredential("proxy-user", SecretForms.Secure(Password)));
        return scene;
    }
}
