using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Contexts;

/// <summary>Which region takes precedence, and which requests are sent to find it.</summary>
public sealed class RegionOrderTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("r0", "-Region", "r0", "ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD", "profile")]
    [InlineData("of-alibaba-cloud", "ALIBABA_CLOUD_REGION_ID", null, "ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD", "profile")]
    [InlineData("of-alibabacloud", "ALIBABACLOUD_REGION_ID", null, "ALIBABACLOUD", "ALICLOUD", "profile")]
    [InlineData("of-alicloud", "ALICLOUD_REGION_ID", null, "ALICLOUD", "profile")]
    [InlineData("of-profile", "region_id of profile 'p' in /home/test/.aliyun/config.json", null, "profile")]
    [InlineData("of-ini", "region_id of profile 'default' in /home/test/.alibabacloud/credentials", null, "ini")]
    public async Task Uses_the_first_configured_region_and_reports_its_source(
        string expected, string source, string? region, params string[] configured)
    {
        foreach (var item in configured)
            Configure(item);
        var context = await CreateAsync(new ContextRequest { Region = region });

        Assert.Equal(expected, context.Region);
        Assert.Equal(source, ContextFactory.RegionSource(context));
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public async Task Prefers_the_region_of_a_named_profile_to_those_of_variables()
    {
        Configure("ALIBABA_CLOUD");
        Configure("profile");

        Assert.Equal("of-profile", (await CreateAsync(new ContextRequest { ProfileName = "p" })).Region);
    }

    [Theory]
    [InlineData(false, "https://bdrc-vpc.cn-shanghai.aliyuncs.com/")]
    [InlineData(true, "https://bdrc.cn-shanghai.aliyuncs.com/")]
    public async Task Uses_the_endpoint_type_of_a_profile_only_with_its_credentials(bool hasKey, string expected)
    {
        Configure("profile");
        _machine.FileTexts["/home/test/.aliyun/config.json"] = _machine.FileTexts["/home/test/.aliyun/config.json"].Replace(
            "\"mode\"", "\"endpoint_type\":\"vpc\",\"mode\"", StringComparison.Ordinal);
        _machine.Permissions["/home/test/.aliyun/config.json"] = new FileAccessInfo { Mode = 0x1A4, Owner = FileOwner.User };
        var request = hasKey ? Keys() : new ContextRequest();
        request.Region = "cn-shanghai";

        Assert.Equal(expected, (await CreateAsync(request)).Endpoint.AbsoluteUri);
        Assert.Equal(hasKey, _machine.Diagnostics.Count == 0);
    }

    [Fact]
    public async Task Assumes_a_role_at_the_VPC_endpoint_of_STS_in_the_region_of_the_instance()
    {
        _machine.Respond = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("metadata-token"),
            "/latest/meta-data/region-id" => TestMachine.Json("cn-hangzhou"),
            "/" => TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}"""),
            _ => TestMachine.Json(_machine.SessionJson("STS.Session1")),
        };
        var context = await CreateAsync(new ContextRequest { RoleArn = "acs:ram::1:role/r", UseVpcEndpoint = true });
        await ContextState.Of(context).Credentials.GetAsync(_machine.OnDiagnostic, TestContext.Current.CancellationToken);

        Assert.Equal("https://bdrc-vpc.cn-hangzhou.aliyuncs.com/", context.Endpoint.AbsoluteUri);
        Assert.StartsWith("POST https://sts-vpc.cn-hangzhou.aliyuncs.com/?", _machine.Requests[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REGION")]
    [InlineData("REGION_ID")]
    [InlineData("ALICLOUD_REGION")]
    public async Task Ignores_other_variable_names_and_lists_every_region_source(string variable)
    {
        _machine.Variables[variable] = "cn-shanghai";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(Keys()));

        Assert.Equal("NoRegion", failure.Code);
        string[] sources = ["-Region", "Connect-Bdrc", .. EnvironmentVariables.Region, "profile", "instance", "-Endpoint", "BDRC_ENDPOINT"];
        foreach (var source in sources)
            Assert.Contains(source, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public async Task Does_not_query_the_instance_when_another_source_supplies_the_credentials()
    {
        RespondAsInstance("cn-hangzhou");
        _machine.Variables["ALIBABA_CLOUD_ROLE_ARN"] = "acs:ram::1:role/r";
        _machine.Variables["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"] = "acs:ram::1:oidc-provider/p";
        _machine.Variables["ALIBABA_CLOUD_OIDC_TOKEN_FILE"] = "/token";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(new ContextRequest()));

        Assert.Equal("NoRegion", failure.Code);
        Assert.Empty(_machine.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cn hangzhou")]
    [InlineData("<html>login</html>")]
    [InlineData(null)]
    public async Task Ignores_an_invalid_region_from_the_instance(string? region)
    {
        RespondAsInstance(region);
        var failure = await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(new ContextRequest { EcsRamRole = string.Empty }));

        Assert.Equal("NoRegion", failure.Code);
    }

    [Fact]
    public async Task Queries_the_instance_once_for_all_contexts()
    {
        RespondAsInstance("cn-hangzhou");
        for (var i = 0; i < 3; i++)
            Assert.Equal("cn-hangzhou", (await CreateAsync(new ContextRequest { EcsRamRole = string.Empty })).Region);

        Assert.Equal(
            ["PUT http://100.100.100.200/latest/api/token", "GET http://100.100.100.200/latest/meta-data/region-id"],
            _machine.Requests);
    }

    [Fact]
    public async Task Probes_for_an_instance_once_outside_the_cloud()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal("NoRegion", (await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(new ContextRequest()))).Code);

        Assert.Equal(["PUT http://100.100.100.200/latest/api/token"], _machine.Requests);
    }

    private static ContextRequest Keys() => new() { AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "planted-secret" };

    private Task<BdrcContext> CreateAsync(ContextRequest request) =>
        _machine.RunAsync(
            ContextFactory.CreateAsync(request, _machine.Context, _machine.OnDiagnostic, TestContext.Current.CancellationToken));

    private void RespondAsInstance(string? region) => _machine.Respond = request => request.RequestUri!.AbsolutePath switch
    {
        "/latest/api/token" => TestMachine.Json("metadata-token"),
        "/latest/meta-data/region-id" when region is not null => TestMachine.Json(region),
        _ => TestMachine.Json(string.Empty, 404),
    };

    private void Configure(string source)
    {
        const string Pair = "\"access_key_id\":\"LTAI5tExampleKey\",\"access_key_secret\":\"planted-secret\"";
        if (source == "profile")
        {
            _machine.FileTexts["/home/test/.aliyun/config.json"] =
                $$"""{"current":"p","profiles":[{"name":"p","mode":"AK","region_id":"of-profile",{{Pair}}}]}""";
        }
        else if (source == "ini")
        {
            _machine.FileTexts["/home/test/.alibabacloud/credentials"] =
                "[default]\ntype=access_key\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret\nregion_id=of-ini\n";
        }
        else
        {
            _machine.Variables[source + "_REGION_ID"] = "of-" + source.Replace('_', '-').ToLowerInvariant();
        }
    }
}
