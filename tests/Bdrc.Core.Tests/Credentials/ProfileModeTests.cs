using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;

namespace Bdrc.Core.Tests.Credentials;

public sealed class ProfileModeTests : IDisposable
{
    private const string Key = "\"access_key_id\":\"LTAI5tExampleKey\",\"access_key_secret\":\"planted-secret\"";
    private const string Role = "\"ram_role_arn\":\"acs:ram::1:role/r\",\"ram_session_name\":\"job\"";

    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("AK", Key, "LTAI5tExampleKey")]
    [InlineData("StsToken", Key + ",\"sts_token\":\"planted-token\"", "LTAI5tExampleKey")]
    [InlineData("RamRoleArn", Key + "," + Role, "STS.Session1")]
    [InlineData("EcsRamRole", "\"ram_role_name\":\"r\"", "STS.Session1")]
    [InlineData("RamRoleArnWithEcs", "\"ram_role_name\":\"r\"," + Role, "STS.Session1")]
    [InlineData("ChainableRamRoleArn", "\"source_profile\":\"base\"," + Role, "STS.Session1")]
    [InlineData("OIDC", "\"oidc_provider_arn\":\"acs:ram::1:oidc-provider/p\",\"oidc_token_file\":\"/token\"," + Role, "STS.Session1")]
    [InlineData("CredentialsURI", "\"credentials_uri\":\"http://127.0.0.1:9/c\"", "STS.Session1")]
    [InlineData("External", "\"process_command\":\"tool 'a b'\"", "LTAI5tFromTool")]
    [InlineData(
        "CloudSSO",
        "\"cloud_sso_sign_in_url\":\"https://sso.example/start\",\"cloud_sso_account_id\":\"1\",\"cloud_sso_access_config\":\"c\","
            + "\"access_token\":\"planted-access\"",
        "STS.Session1")]
    [InlineData("OAuth", "\"oauth_site_type\":\"CN\",\"oauth_access_token\":\"planted-access\"", "STS.Session1")]
    public async Task Supports_each_mode(string mode, string fields, string expected)
    {
        var credentials = await _machine.RunAsync(Provider(mode, fields).GetAsync(_machine.OnDiagnostic, CancellationToken.None));

        Assert.Equal(expected, credentials.AccessKeyId);
    }

    [Theory]
    [InlineData("RsaKeyPair", "\"private_key\":\"planted-key\"", "RsaKeyPair")]
    [InlineData("BearerToken", "\"bearer_token\":\"planted-token\"", "BearerToken")]
    [InlineData("AK", "\"access_key_id\":\"LTAI5tExampleKey\"", "access_key_secret")]
    [InlineData("StsToken", Key, "sts_token")]
    [InlineData("ChainableRamRoleArn", "\"source_profile\":\"p\"," + Role, "p -> p")]
    [InlineData("ChainableRamRoleArn", "\"source_profile\":\"gone\"," + Role, "'gone'")]
    public void Rejects_an_invalid_profile_and_names_the_cause(string mode, string fields, string expected)
    {
        var failure = Assert.Throws<BdrcException>(() => Provider(mode, fields));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_use_the_chain_when_a_named_profile_is_missing()
    {
        _machine.Variables[EnvironmentNames.AccessKeyId] = "LTAI5tExampleKey";
        _machine.Variables[EnvironmentNames.AccessKeySecret] = "planted-secret";
        var failure = Assert.Throws<BdrcException>(
            () => CredentialSelection.Choose(new ContextRequest { ProfileName = "gone" }, _machine.Context));

        Assert.Equal("NoSuchProfile", failure.Code);
    }

    [Fact]
    public void Rejects_a_command_in_a_file_that_others_can_write()
    {
        _machine.Permissions["/home/test/.aliyun/config.json"] = new FileAccessInfo { Mode = 0x1B6 };
        var failure = Assert.Throws<BdrcException>(() => Provider("External", "\"process_command\":\"tool\""));

        Assert.Equal("UnsafeProfile", failure.Code);
        Assert.Contains("chmod 600", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_shows_the_output_of_a_command_that_prints_invalid_JSON()
    {
        var provider = Provider("External", "\"process_command\":\"tool\"");
        _machine.RunProcess = _ => new ProcessOutcome(0, "planted-secret {");
        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));

        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }

    private ICredentialProvider Provider(string mode, string fields)
    {
        _machine.FileTexts["/home/test/.aliyun/config.json"] =
            $$"""{"current":"p","profiles":[{"name":"p","mode":"{{mode}}",{{fields}}},{"name":"base","mode":"AK",{{Key}}}]}""";
        _machine.FileTexts["/token"] = "planted.id.token\n";
        _machine.RunProcess = _ => new ProcessOutcome(
            0, """{"mode":"AK","access_key_id":"LTAI5tFromTool","access_key_secret":"planted-secret"}""");
        _machine.Respond = request => request.RequestUri!.AbsolutePath switch
        {
            "/latest/api/token" => TestMachine.Json("metadata-token"),
            "/cloud-credentials" => TestMachine.Json($$"""{"CloudCredential":{{_machine.SessionJson("STS.Session1")}}}"""),
            "/" => TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}"""),
            _ => TestMachine.Json(_machine.SessionJson("STS.Session1")),
        };
        return _machine.SelectProvider(new ContextRequest { ProfileName = "p" });
    }
}
