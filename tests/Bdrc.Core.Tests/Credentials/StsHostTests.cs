using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Selects the STS endpoint (spec/credentials.md section 4).</summary>
public sealed class StsHostTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("sts.aliyuncs.com", "", "")]
    [InlineData("sts.cn-hangzhou.aliyuncs.com", "sts_region=cn-hangzhou", "ALIBABA_CLOUD_STS_REGION=cn-beijing")]
    [InlineData("sts.cn-beijing.aliyuncs.com", "", "ALIBABA_CLOUD_STS_REGION=cn-beijing")]
    [InlineData("sts.example.com", "sts_endpoint=sts.example.com|sts_region=cn-hangzhou", "ALIBABA_CLOUD_STS_ENDPOINT=other.example.com")]
    [InlineData("other.example.com:8443", "sts_region=cn-hangzhou", "ALIBABA_CLOUD_STS_ENDPOINT=https://other.example.com:8443")]
    [InlineData("sts.aliyuncs.com", "enable_vpc=true", "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=true")]
    [InlineData("sts-vpc.cn-hangzhou.aliyuncs.com", "enable_vpc=true|sts_region=cn-hangzhou", "")]
    [InlineData("sts-vpc.cn-beijing.aliyuncs.com", "", "ALIBABA_CLOUD_STS_REGION=cn-beijing|ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=1")]
    [InlineData("sts-vpc.cn-shanghai.aliyuncs.com", "", "ALIBABA_CLOUD_ENDPOINT_TYPE=vpc")]
    [InlineData("sts-vpc.cn-shanghai.aliyuncs.com", "", "ALIBABACLOUD_ENDPOINT_TYPE=VPC")]
    [InlineData("sts-vpc.cn-shanghai.aliyuncs.com", "", "ALICLOUD_ENDPOINT_TYPE=vpc")]
    [InlineData("sts-vpc.cn-shanghai.aliyuncs.com", "endpoint_type=vpc", "")]
    [InlineData("sts.aliyuncs.com", "endpoint_type=vpc", "ALIBABA_CLOUD_ENDPOINT_TYPE=public")]
    [InlineData("sts-vpc.cn-hangzhou.aliyuncs.com", "sts_region=cn-hangzhou", "ALIBABA_CLOUD_ENDPOINT_TYPE=vpc")]
    public async Task Assumes_a_role_at_the_configured_endpoint(string host, string fields, string variables)
    {
        Assert.Equal(host, await HostAsync(fields, variables, new ContextRequest { Region = "cn-shanghai", ProfileName = "p" }));
    }

    [Fact]
    public async Task Calls_STS_in_the_same_VPC_as_BDRC()
    {
        var request = new ContextRequest { Region = "ap-southeast-1", ProfileName = "p", UseVpcEndpoint = true };

        Assert.Equal("sts-vpc.ap-southeast-1.aliyuncs.com", await HostAsync(string.Empty, string.Empty, request));
    }

    [Theory]
    [InlineData("", "ALIBABA_CLOUD_STS_ENDPOINT=https://user:planted@sts.example.com", "ALIBABA_CLOUD_STS_ENDPOINT")]
    [InlineData("", "ALIBABA_CLOUD_STS_ENDPOINT=http://sts.example.com", "ALIBABA_CLOUD_STS_ENDPOINT")]
    [InlineData("sts_endpoint=sts.example.com/path?planted", "", "sts_endpoint")]
    public async Task Rejects_an_endpoint_that_would_expose_secrets(string fields, string variables, string name)
    {
        var failure = await Assert.ThrowsAsync<BdrcException>(
            () => HostAsync(fields, variables, new ContextRequest { Region = "cn-shanghai", ProfileName = "p" }));

        Assert.Equal("InvalidEndpoint", failure.Code);
        Assert.StartsWith(name, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(_machine.Requests);
    }

    [Theory]
    [InlineData("sts.cn-shanghai.aliyuncs.com", "")]
    [InlineData("sts.cn-beijing.aliyuncs.com", "ALIBABA_CLOUD_STS_REGION=cn-beijing")]
    [InlineData("sts.aliyuncs.com", "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED=true")]
    [InlineData("sts-vpc.cn-shanghai.aliyuncs.com", "ALIBABA_CLOUD_ENDPOINT_TYPE=vpc")]
    public async Task Queries_the_caller_identity_at_the_same_type_of_endpoint(string host, string variables)
    {
        Set(variables);
        _machine.Respond = _ => TestMachine.Json("""{"AccountId":"1"}""");
        var request = new ContextRequest { Region = "cn-shanghai", AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "planted-secret" };
        await CallerIdentity.GetAsync(ContextFactory.Create(request, _machine.Context), onDiagnostic: null, CancellationToken.None);

        Assert.Equal([$"POST https://{host}/"], _machine.Requests);
    }

    private async Task<string> HostAsync(string fields, string variables, ContextRequest request)
    {
        Set(variables);
        var extra = string.Concat(Pairs(fields).Select(pair => $",\"{pair[0]}\":\"{pair[1]}\""));
        _machine.FileTexts["/home/test/.aliyun/config.json"] = $$"""
            {"profiles":[{"name":"p","mode":"RamRoleArn","access_key_id":"LTAI5tExampleKey","access_key_secret":"planted-secret",
            "ram_role_arn":"acs:ram::1:role/r"{{extra}}}]}
            """;
        _machine.Respond = _ => TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}""");
        var context = ContextFactory.Create(request, _machine.Context);
        await ContextState.Of(context).Credentials.GetAsync(_machine.OnDiagnostic, CancellationToken.None);
        return new Uri(Assert.Single(_machine.Requests)["POST ".Length..]).Authority;
    }

    private void Set(string variables)
    {
        foreach (var pair in Pairs(variables))
            _machine.Variables[pair[0]] = pair[1];
    }

    private static IEnumerable<string[]> Pairs(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
}
