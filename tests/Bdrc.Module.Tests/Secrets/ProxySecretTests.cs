using System.Management.Automation;
using System.Text;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>No stream shows the password of a proxy.</summary>
[Collection(nameof(CredentialContextCollection))]
public sealed class ProxySecretTests
{
    private const string Password = "Planted+Proxy/Password=With%Signs&Of";
    private const string Keys = "-AccessKeyId LTAI5tBdrcSandboxKey0001 -AccessKeySecret $secret";

    [Fact]
    public async Task Shows_no_password_when_the_proxy_rejects_it()
    {
        await using var scenario = await StartAsync();
        using var proxy = new RefusingProxy();

        var streams = scenario.Run(
            $"{Keys} -Proxy {proxy.Address} -ProxyCredential $proxyUser", endpoint: "bdrc.example.invalid", identity: false);

        var expected = "Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("proxy-user:" + Password));
        Assert.Contains(expected, proxy.AuthorizationHeaders);
        Assert.Contains(streams.Errors, error => error.FullyQualifiedErrorId.StartsWith("ProxyFailed", StringComparison.Ordinal));
        SecretTests.AssertNoSecretIn(scenario, streams);
    }

    [Fact]
    public async Task Shows_no_password_when_the_proxy_is_bypassed()
    {
        await using var scenario = await StartAsync();
        using var proxy = new RefusingProxy();

        var streams = scenario.Run($"{Keys} -Proxy {proxy.Address} -ProxyCredential $proxyUser");

        Assert.Empty(streams.Errors);
        Assert.Empty(proxy.AuthorizationHeaders);
        SecretTests.AssertNoSecretIn(scenario, streams);
    }

    [Theory]
    [InlineData("http://proxy-user:{0}@127.0.0.1:9", "InvalidProxy")]
    [InlineData("https://{0}@proxy.example.invalid", "InvalidProxy")]
    [InlineData("proxy-user:{0}@proxy.example.invalid", "ParameterArgumentTransformationError")]
    [InlineData("socks5://proxy-user:{0}@127.0.0.1:9", "ParameterArgumentTransformationError")]
    public async Task Refuses_a_password_in_the_address_and_does_not_show_it(string address, string error)
    {
        await using var scenario = await StartAsync();
        scenario.Set("proxy", address.Replace("{0}", Uri.EscapeDataString(Password), StringComparison.Ordinal));

        var streams = scenario.Run($"{Keys} -Proxy $proxy");

        Assert.StartsWith(error, streams.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        SecretTests.AssertNoSecretIn(scenario, streams);
    }

    private static async Task<SecretScenario> StartAsync()
    {
        var scenario = await SecretScenario.StartAsync(temporaryKey: false);
        scenario.Planted.Add("the proxy's password", Password);
        scenario.Planted.Add("the proxy's user and password", "proxy-user:" + Password);
        scenario.Set("secret", scenario.KeySecret);
        scenario.Set("proxyUser", new PSCredential("proxy-user", CredentialForms.Secure(Password)));
        return scenario;
    }
}
