using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Contexts;

public sealed class ContextFactoryTests
{
    private static readonly ContextRequest Keys = new() { AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "secret" };

    [Theory]
    [InlineData("http://example.invalid/x")]
    [InlineData("https://user:pw@example.invalid/x")]
    [InlineData("nonsense")]
    public void Rejects_a_credentials_URI_that_would_expose_secrets(string uri)
    {
        var request = new ContextRequest { Region = "cn-shanghai", CredentialsUri = uri };
        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(request, CredentialContext.Process));

        Assert.Equal("InvalidCredentialsUri", failure.Code);
    }

    [Fact]
    public void Reads_the_region_and_the_key_from_environment_variables()
    {
        var context = ContextFactory.Create(new ContextRequest(), TestMachine.ContextWith(name => name switch
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
    public void Lists_every_region_source_when_none_is_configured()
    {
        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(Keys, TestMachine.ContextWith(_ => null)));

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
    public void Accepts_a_valid_endpoint(string text, string expected) =>
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
    public void Rejects_an_invalid_endpoint(string text)
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
    public void Selects_the_regional_or_the_VPC_endpoint(string region, bool usesVpc, string expected)
    {
        var request = new ContextRequest
        {
            Region = region,
            UseVpcEndpoint = usesVpc,
            AccessKeyId = "LTAI5tExampleKey",
            AccessKeySecret = "secret",
        };
        var context = ContextFactory.Create(request, TestMachine.ContextWith(_ => null));

        Assert.Equal(expected, context.Endpoint.AbsoluteUri);
        var inBeijing = expected.Replace(context.Endpoint.Host.Split('.')[1], "cn-beijing", StringComparison.Ordinal);
        Assert.Equal(new Uri(inBeijing), ContextFactory.ForRegion(context, "cn-beijing").Endpoint);
    }

    [Theory]
    [InlineData("vpc", "bdrc-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("VPC", "bdrc-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("regional", "bdrc.cn-shanghai.aliyuncs.com")]
    public void Reads_the_endpoint_type_from_a_variable(string type, string host)
    {
        foreach (var prefix in new[] { "ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD" })
        {
            var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "secret" };
            var context = ContextFactory.Create(request, TestMachine.ContextWith(name => name == prefix + "_ENDPOINT_TYPE" ? type : null));

            Assert.Equal(host, context.Endpoint.Host);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("cn_shanghai")]
    [InlineData("cn-shanghai.evil.com/")]
    [InlineData("-cn")]
    public void Rejects_an_invalid_region(string region) =>
        Assert.Equal("InvalidRegion", Assert.Throws<BdrcException>(() => EndpointResolver.ForRegion(region)).Code);

    [Theory]
    [InlineData("secret\n")]
    [InlineData("sec ret")]
    public void Rejects_a_secret_with_white_space_without_showing_it(string secret)
    {
        var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = secret };
        var failure = Assert.Throws<BdrcException>(() => ContextFactory.Create(request, TestMachine.ContextWith(_ => null)));

        Assert.Equal("InvalidCredentials", failure.Code);
        var withoutParameter = failure.Message.Replace("-AccessKeySecret", string.Empty, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", withoutParameter, StringComparison.Ordinal);
    }
}
