using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>The shared ini file of the SDKs (spec/credentials.md section 3).</summary>
public sealed class IniProfileTests : IDisposable
{
    private const string Plain = "/home/test/.alibabacloud/credentials";
    private const string WithExtension = "/home/test/.alibabacloud/credentials.ini";
    private const string Key = "access_key_id=LTAI5tExampleKey|access_key_secret=planted-secret";

    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("access_key", Key, "LTAI5tExampleKey", null)]
    [InlineData("sts", Key + "|security_token=planted-token", "LTAI5tExampleKey", null)]
    [InlineData(
        "ecs_ram_role", "role_name=r", "STS.Session1", "GET http://100.100.100.200/latest/meta-data/ram/security-credentials/r")]
    [InlineData(
        "ram_role_arn", Key + "|role_arn=acs:ram::1:role/r|role_session_name=job", "STS.Session1", "POST https://sts.aliyuncs.com/")]
    [InlineData(
        "ram_role_arn",
        Key + "|role_arn=r|sts_region=cn-hangzhou|enable=true",
        "STS.Session1",
        "POST https://sts-vpc.cn-hangzhou.aliyuncs.com/")]
    [InlineData(
        "oidc_role_arn",
        "role_arn=r|oidc_provider_arn=p|oidc_token_file_path=/token|role_session_name=job",
        "STS.Session1",
        "POST https://sts.aliyuncs.com/")]
    public async Task Supports_each_type_of_section(string type, string fields, string expected, string? request)
    {
        Write(Plain, "p", $"type={type}|{fields}");
        var provider = SelectProfile("p");

        Assert.Equal(expected, (await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)).AccessKeyId);
        Assert.Equal("profile/" + type, provider.Source);
        Assert.Equal(request, _machine.Requests.LastOrDefault()?.Split('?')[0]);
    }

    [Theory]
    [InlineData("access_key", "access_key_id=LTAI5tExampleKey", "access_key_secret")]
    [InlineData("sts", Key, "security_token")]
    [InlineData("ram_role_arn", Key, "role_arn")]
    [InlineData("oidc_role_arn", "role_arn=r|oidc_provider_arn=p", "oidc_token_file_path")]
    [InlineData("rsa_key_pair", "public_key_id=1|private_key_file=planted-file", "rsa_key_pair")]
    [InlineData("", Key, " type")]
    public void Rejects_an_invalid_section_and_names_the_cause(string type, string fields, string expected)
    {
        Write(Plain, "p", $"type={type}|{fields}");
        var failure = Assert.Throws<BdrcException>(() => SelectProfile("p"));

        Assert.Equal("InvalidProfile", failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Plain, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "LTAI5tOfplain")]
    [InlineData(true, false, "LTAI5tOfplain")]
    [InlineData(false, true, "LTAI5tOfini")]
    public async Task Prefers_the_file_without_an_extension(bool plain, bool withExtension, string expected)
    {
        if (plain)
            Write(Plain, "default", "type=access_key|access_key_id=LTAI5tOfplain|access_key_secret=planted-secret");
        if (withExtension)
            Write(WithExtension, "default", "type=access_key|access_key_id=LTAI5tOfini|access_key_secret=planted-secret");
        var provider = _machine.SelectProvider(new ContextRequest());

        Assert.Equal("default/profile/access_key", provider.Source);
        Assert.Equal(expected, (await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)).AccessKeyId);
    }

    [Fact]
    public async Task Reads_only_the_file_that_a_variable_names()
    {
        Write(Plain, "default", "type=access_key|access_key_id=LTAI5tOfplain|access_key_secret=planted-secret");
        Write("/etc/keys", "default", "type=access_key|access_key_id=LTAI5tOfetc|access_key_secret=planted-secret");
        _machine.Variables["ALIBABA_CLOUD_CREDENTIALS_FILE"] = "/etc/keys";

        Assert.Equal("LTAI5tOfetc", (await _machine.FetchAsync(new ContextRequest())).AccessKeyId);
    }

    [Theory]
    [InlineData("two", "LTAI5tOftwo", "ALIBABACLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOftwo", "ALIBABA_CLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOftwo", "ALICLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOfdefault", "PROFILE")]
    public async Task Uses_the_section_that_a_variable_names(string name, string expected, string variable)
    {
        _machine.FileTexts[Plain] = string.Concat(new[] { "one", "default", "two" }.Select(
            section => $"[{section}]\ntype=access_key\naccess_key_id=LTAI5tOf{section}\naccess_key_secret=planted-secret\n"));
        _machine.Variables[variable] = name;

        Assert.Equal(expected, (await _machine.FetchAsync(new ContextRequest())).AccessKeyId);
    }

    [Theory]
    [InlineData("key=a#b", "a#b")]
    [InlineData("key=a #b", "a")]
    [InlineData("key=a\t# b # c", "a")]
    [InlineData("key=#a", "#a")]
    [InlineData("key= # a", "")]
    [InlineData("#key=a", null)]
    [InlineData("  # key=a", null)]
    [InlineData("key = a=b ", "a=b")]
    [InlineData("KEY=a\r", "a")]
    [InlineData("key=a\nkey=b", "b")]
    [InlineData("[other]\nkey=a", null)]
    [InlineData("[other]\nkey=a\n[ p ]\nkey=b", "b")]
    public void Parses_a_line_like_the_SDKs(string lines, string? expected)
    {
        foreach (var start in new[] { string.Empty, "\uFEFF", "\uFEFF# note\r\n\r\n" })
            Assert.Equal(expected, IniProfiles.Section($"{start}[p]\n{lines}\n", "p")!.GetValueOrDefault("key"));
    }

    [Fact]
    public void Returns_null_for_a_missing_section() => Assert.Null(IniProfiles.Section("[P]\nkey=a\n", "p"));

    private ICredentialProvider SelectProfile(string name)
    {
        _machine.FileTexts["/token"] = "an.id.token";
        _machine.Respond = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("metadata-token"),
            "/" => TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}"""),
            _ => TestMachine.Json(_machine.SessionJson("STS.Session1")),
        };
        return _machine.SelectProvider(new ContextRequest { ProfileName = name });
    }

    private void Write(string path, string section, string fields) =>
        _machine.FileTexts[path] = $"[{section}]\n{fields.Replace('|', '\n')}\n";
}
