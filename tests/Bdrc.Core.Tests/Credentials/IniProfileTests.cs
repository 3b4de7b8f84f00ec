using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
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
    [InlineData("ecs_ram_role", "role_name=r", "STS.Session1", "GET http://100.100.100.200/latest/meta-data/ram/security-credentials/r")]
    [InlineData("ram_role_arn", Key + "|role_arn=acs:ram::1:role/r|role_session_name=job", "STS.Session1", "POST https://sts.aliyuncs.com/")]
    [InlineData("ram_role_arn", Key + "|role_arn=r|sts_region=cn-hangzhou|enable=true", "STS.Session1", "POST https://sts-vpc.cn-hangzhou.aliyuncs.com/")]
    [InlineData("oidc_role_arn", "role_arn=r|oidc_provider_arn=p|oidc_token_file_path=/token|role_session_name=job", "STS.Session1", "POST https://sts.aliyuncs.com/")]
    public async Task Serves_a_section_of_each_type(string type, string fields, string expected, string? request)
    {
        Write(Plain, "p", $"type={type}|{fields}");
        var provider = Chosen("p");

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
    public void Refuses_a_section_and_names_the_cause(string type, string fields, string cause)
    {
        Write(Plain, "p", $"type={type}|{fields}");
        var failure = Assert.Throws<BdrcException>(() => Chosen("p"));

        Assert.Equal("InvalidProfile", failure.Code);
        Assert.Contains(cause, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Plain, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, "LTAI5tOfplain")]
    [InlineData(true, false, "LTAI5tOfplain")]
    [InlineData(false, true, "LTAI5tOfini")]
    public async Task Reads_the_file_without_an_extension_before_the_other(bool plain, bool withExtension, string expected)
    {
        if (plain)
            Write(Plain, "default", "type=access_key|access_key_id=LTAI5tOfplain|access_key_secret=planted-secret");
        if (withExtension)
            Write(WithExtension, "default", "type=access_key|access_key_id=LTAI5tOfini|access_key_secret=planted-secret");
        var provider = CredentialSelection.Choose(new ContextRequest(), _machine.Environment).Provider;

        Assert.Equal("default/profile/access_key", provider.Source);
        Assert.Equal(expected, (await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)).AccessKeyId);
    }

    [Fact]
    public async Task Reads_the_file_a_variable_names_instead_of_both()
    {
        Write(Plain, "default", "type=access_key|access_key_id=LTAI5tOfplain|access_key_secret=planted-secret");
        Write("/etc/keys", "default", "type=access_key|access_key_id=LTAI5tOfetc|access_key_secret=planted-secret");
        _machine.Variables["ALIBABA_CLOUD_CREDENTIALS_FILE"] = "/etc/keys";

        Assert.Equal("LTAI5tOfetc", (await CredentialSelection.Choose(new ContextRequest(), _machine.Environment).Provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)).AccessKeyId);
    }

    [Theory]
    [InlineData("two", "LTAI5tOftwo", "ALIBABACLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOftwo", "ALIBABA_CLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOftwo", "ALICLOUD_PROFILE")]
    [InlineData("two", "LTAI5tOfdefault", "PROFILE")]
    public async Task Takes_the_section_that_a_variable_names(string name, string expected, string variable)
    {
        _machine.Texts[Plain] = string.Concat(new[] { "one", "default", "two" }.Select(
            section => $"[{section}]\ntype=access_key\naccess_key_id=LTAI5tOf{section}\naccess_key_secret=planted-secret\n"));
        _machine.Variables[variable] = name;

        Assert.Equal(expected, (await CredentialSelection.Choose(new ContextRequest(), _machine.Environment).Provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)).AccessKeyId);
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
    public void Reads_a_line_as_the_SDKs_mean_it(string lines, string? expected)
    {
        foreach (var start in new[] { string.Empty, "\uFEFF", "\uFEFF# note\r\n\r\n" })
            Assert.Equal(expected, IniProfiles.Section($"{start}[p]\n{lines}\n", "p")!.GetValueOrDefault("key"));
    }

    [Fact]
    public void Knows_no_section_that_is_not_there() => Assert.Null(IniProfiles.Section("[P]\nkey=a\n", "p"));

    private ICredentialProvider Chosen(string name)
    {
        _machine.Texts["/token"] = "an.id.token";
        _machine.Answer = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("metadata-token"),
            "/" => TestMachine.Json($$"""{"Credentials":{{_machine.Session("STS.Session1")}}}"""),
            _ => TestMachine.Json(_machine.Session("STS.Session1")),
        };
        return CredentialSelection.Choose(new ContextRequest { ProfileName = name }, _machine.Environment).Provider;
    }

    private void Write(string path, string section, string fields) =>
        _machine.Texts[path] = $"[{section}]\n{fields.Replace('|', '\n')}\n";
}
