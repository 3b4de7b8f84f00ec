using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Contexts;

public sealed class ContextFactoryTests
{
    [Theory]
    [InlineData("http://example.invalid/x")]
    [InlineData("https://user:pw@example.invalid/x")]
    [InlineData("nonsense")]
    public void Refuses_a_credentials_URI_that_secrets_may_not_travel_to(string uri)
    {
        var request = new ContextRequest { Region = "cn-shanghai", CredentialsUri = uri };

        Assert.Equal("InvalidCredentialsUri", Assert.Throws<BdrcException>(() => ContextFactory.Create(request, CredentialContext.Process)).Code);
    }

    private static readonly ContextRequest Keys = new() { AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "secret" };

    [Fact]
    public void Takes_region_and_keys_from_the_environment()
    {
        var context = ContextFactory.Create(new ContextRequest(), TestMachine.With(name => name switch
        {
            EnvironmentNames.AccessKeyId => "LTAI5tExampleKey",
            EnvironmentNames.AccessKeySecret => "secret",
            EnvironmentNames.Region => "cn-shanghai",
            _ => null,
        }));

        Assert.Equal("https://bdrc.cn-shanghai.aliyuncs.com/", context.Endpoint.AbsoluteUri);
        Assert.Equal("environment/ALIBABA_CLOUD_ACCESS_KEY_ID", context.CredentialSource);
        Assert.Equal("LTAI****eKey", context.AccessKeyId);
    }

    [Fact]
    public void Names_every_place_it_looked_at_for_a_region()
    {
        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(Keys, TestMachine.With(_ => null)));

        Assert.Equal("NoRegion", failure.Code);
        Assert.Contains(EnvironmentNames.Region, failure.Message, StringComparison.Ordinal);
        Assert.Contains(EnvironmentNames.Endpoint, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:8443", "https://127.0.0.1:8443/")]
    [InlineData("https://Example.com", "https://example.com/")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://localhost:5080/", "http://localhost:5080/")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/")]
    public void Takes_an_endpoint(string text, string expected) =>
        Assert.Equal(expected, EndpointResolver.FromOverride("-Endpoint", text).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("http://example.invalid")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("https://user:planted@example.com")]
    [InlineData("https://example.com/path")]
    [InlineData("user:planted@example.com")]
    [InlineData("example.com/path")]
    [InlineData("example.com?planted=1")]
    [InlineData("https://example.com/#planted")]
    [InlineData("http://192.168.1.1:8080")]
    [InlineData("http://100.100.100.200")]
    [InlineData("https://")]
    [InlineData("example.com:port")]
    [InlineData("ftp://example.com")]
    public void Refuses_an_endpoint(string text)
    {
        var failure = Assert.Throws<BdrcException>(() => EndpointResolver.FromOverride("-Endpoint", text));

        Assert.Equal("InvalidEndpoint", failure.Code);
        Assert.DoesNotContain("planted", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cn-shanghai", false, "https://bdrc.cn-shanghai.aliyuncs.com/")]
    [InlineData("cn-shanghai", true, "https://bdrc-vpc.cn-shanghai.aliyuncs.com/")]
    [InlineData("AP-Southeast-1", true, "https://bdrc-vpc.ap-southeast-1.aliyuncs.com/")]
    [InlineData("cn-elsewhere", false, "https://bdrc.cn-elsewhere.aliyuncs.com/")]
    public void Calls_the_host_of_the_region_or_that_of_its_VPC(string region, bool usesVpc, string expected)
    {
        var request = new ContextRequest { Region = region, UseVpcEndpoint = usesVpc, AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "secret" };
        var context = ContextFactory.Create(request, TestMachine.With(_ => null));

        Assert.Equal(expected, context.Endpoint.AbsoluteUri);
        Assert.Equal(new Uri(expected.Replace(context.Endpoint.Host.Split('.')[1], "cn-beijing", StringComparison.Ordinal)), ContextFactory.ForRegion(context, "cn-beijing").Endpoint);
    }

    [Theory]
    [InlineData("vpc", "bdrc-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("VPC", "bdrc-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("regional", "bdrc.cn-shanghai.aliyuncs.com")]
    public void Takes_the_kind_of_host_from_a_variable(string type, string host)
    {
        foreach (var prefix in new[] { "ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD" })
        {
            var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "secret" };
            var context = ContextFactory.Create(request, TestMachine.With(name => name == prefix + "_ENDPOINT_TYPE" ? type : null));

            Assert.Equal(host, context.Endpoint.Host);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("cn_shanghai")]
    [InlineData("cn-shanghai.evil.com/")]
    [InlineData("-cn")]
    public void Refuses_a_region(string region) =>
        Assert.Equal("InvalidRegion", Assert.Throws<BdrcException>(() => EndpointResolver.ForRegion(region)).Code);

    [Theory]
    [InlineData("secret\n")]
    [InlineData("sec ret")]
    public void Refuses_a_secret_with_blanks_without_showing_it(string secret)
    {
        var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = secret };
        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(request, TestMachine.With(_ => null)));

        Assert.Equal("InvalidCredentials", failure.Code);
        Assert.DoesNotContain("sec", failure.Message.Replace("-AccessKeySecret", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
