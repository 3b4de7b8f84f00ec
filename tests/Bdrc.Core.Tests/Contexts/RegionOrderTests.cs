using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Tests.Credentials;

namespace Bdrc.Core.Tests.Contexts;

/// <summary>Which of several regions is taken, and what is asked to find it.</summary>
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
    public async Task Takes_the_first_place_that_names_a_region_and_says_which(string expected, string source, string? given, params string[] places)
    {
        foreach (var place in places)
            SetUp(place);
        var context = await CreateAsync(new ContextRequest { Region = given });

        Assert.Equal(expected, context.Region);
        Assert.Equal(source, ContextFactory.RegionSource(context));
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public async Task Takes_the_region_of_a_profile_that_was_named_before_those_of_variables()
    {
        SetUp("ALIBABA_CLOUD");
        SetUp("profile");

        Assert.Equal("of-profile", (await CreateAsync(new ContextRequest { ProfileName = "p" })).Region);
    }

    [Theory]
    [InlineData(false, "https://bdrc-vpc.cn-shanghai.aliyuncs.com/")]
    [InlineData(true, "https://bdrc.cn-shanghai.aliyuncs.com/")]
    public async Task Takes_the_kind_of_host_of_a_profile_only_for_those_who_call_as_it(bool hasKey, string expected)
    {
        SetUp("profile");
        _machine.Texts["/home/test/.aliyun/config.json"] = _machine.Texts["/home/test/.aliyun/config.json"].Replace(
            "\"mode\"", "\"endpoint_type\":\"vpc\",\"mode\"", StringComparison.Ordinal);
        _machine.Reaches["/home/test/.aliyun/config.json"] = new FileAccessInfo { Mode = 0x1A4, Owner = FileOwner.User };
        var request = hasKey ? Keys() : new ContextRequest();
        request.Region = "cn-shanghai";

        Assert.Equal(expected, (await CreateAsync(request)).Endpoint.AbsoluteUri);
        Assert.Equal(hasKey, _machine.Diagnostics.Count == 0);
    }

    [Fact]
    public async Task Calls_STS_in_the_VPC_of_the_instance_that_takes_a_role_on()
    {
        _machine.Answer = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("metadata-token"),
            "/latest/meta-data/region-id" => TestMachine.Json("cn-hangzhou"),
            "/" => TestMachine.Json($$"""{"Credentials":{{_machine.Session("STS.Session1")}}}"""),
            _ => TestMachine.Json(_machine.Session("STS.Session1")),
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
    public async Task Reads_no_bare_name_and_names_every_place_it_looked_at(string variable)
    {
        _machine.Variables[variable] = "cn-shanghai";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(Keys()));

        Assert.Equal("NoRegion", failure.Code);
        foreach (var place in (string[])["-Region", "Connect-Bdrc", .. EnvironmentVariables.Region, "profile", "instance", "-Endpoint", "BDRC_ENDPOINT"])
            Assert.Contains(place, failure.Message, StringComparison.Ordinal);
        Assert.Empty(_machine.Requests);
    }

    [Fact]
    public async Task Asks_nobody_while_another_place_gives_the_credentials()
    {
        Instance("cn-hangzhou");
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
    public async Task Takes_no_answer_of_the_instance_that_is_no_region(string? answer)
    {
        Instance(answer);

        Assert.Equal("NoRegion", (await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(new ContextRequest { EcsRamRole = string.Empty }))).Code);
    }

    [Fact]
    public async Task Asks_the_instance_once_for_all_contexts()
    {
        Instance("cn-hangzhou");
        for (var i = 0; i < 3; i++)
            Assert.Equal("cn-hangzhou", (await CreateAsync(new ContextRequest { EcsRamRole = string.Empty })).Region);

        Assert.Equal(["PUT http://100.100.100.200/latest/api/token", "GET http://100.100.100.200/latest/meta-data/region-id"], _machine.Requests);
    }

    [Fact]
    public async Task Leaves_off_the_cloud_after_one_probe()
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal("NoRegion", (await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(new ContextRequest()))).Code);

        Assert.Equal(["PUT http://100.100.100.200/latest/api/token"], _machine.Requests);
    }

    private static ContextRequest Keys() => new() { AccessKeyId = "LTAI5tExampleKey", AccessKeySecret = "planted-secret" };

    private Task<BdrcContext> CreateAsync(ContextRequest request) =>
        _machine.Finish(ContextFactory.CreateAsync(request, _machine.Environment, _machine.OnDiagnostic, TestContext.Current.CancellationToken));

    private void Instance(string? region) => _machine.Answer = request => request.RequestUri!.AbsolutePath switch
    {
        "/latest/api/token" => TestMachine.Json("metadata-token"),
        "/latest/meta-data/region-id" when region is not null => TestMachine.Json(region),
        _ => TestMachine.Json(string.Empty, 404),
    };

    private void SetUp(string place)
    {
        const string Pair = "\"access_key_id\":\"LTAI5tExampleKey\",\"access_key_secret\":\"planted-secret\"";
        if (place == "profile")
        {
            _machine.Texts["/home/test/.aliyun/config.json"] =
                $$"""{"current":"p","profiles":[{"name":"p","mode":"AK","region_id":"of-profile",{{Pair}}}]}""";
        }
        else if (place == "ini")
        {
            _machine.Texts["/home/test/.alibabacloud/credentials"] =
                "[default]\ntype=access_key\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret\nregion_id=of-ini\n";
        }
        else
        {
            _machine.Variables[place + "_REGION_ID"] = "of-" + place.Replace('_', '-').ToLowerInvariant();
        }
    }
}
