using Bdrc.Core.Contexts;
using Bdrc.Core.Http;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Which variables are read and in what order. Variables of different prefixes are never combined.</summary>
public sealed class EnvironmentVariableTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("ALIBABA_CLOUD")]
    [InlineData("ALIBABACLOUD")]
    [InlineData("ALICLOUD")]
    public async Task Reads_a_key_of_each_prefix_and_reports_its_source(string prefix)
    {
        SetKey(prefix, "one");
        _machine.Variables[prefix + "_SECURITY_TOKEN"] = "planted-token";
        var context = ContextFactory.Create(new ContextRequest { Region = "cn-shanghai" }, _machine.Context);
        var credentials = await ContextState.Of(context).Credentials.GetAsync(_machine.OnDiagnostic, CancellationToken.None);

        Assert.Equal($"environment/{prefix}_ACCESS_KEY_ID", context.CredentialSource);
        Assert.Equal("LTAI5tOfone", credentials.AccessKeyId);
        Assert.Equal("planted-token", credentials.SecurityToken);
    }

    [Fact]
    public async Task Prefers_the_names_of_the_SDKs_and_ignores_a_token_of_another_prefix()
    {
        SetKey("ALICLOUD", "three");
        SetKey("ALIBABACLOUD", "two");
        SetKey("ALIBABA_CLOUD", "one");
        _machine.Variables["ALIBABACLOUD_SECURITY_TOKEN"] = "planted-token";
        var credentials = await _machine.FetchAsync(new ContextRequest());

        Assert.Equal("LTAI5tOfone", credentials.AccessKeyId);
        Assert.Null(credentials.SecurityToken);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET")]
    [InlineData("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_ACCESS_KEY_ID")]
    [InlineData("ALICLOUD_ACCESS_KEY_ID", "ALICLOUD_ACCESS_KEY_SECRET")]
    public async Task Never_combines_two_incomplete_keys_and_warns_once(string set, string missing)
    {
        SetKey("ALIBABACLOUD", "two");
        _machine.Variables[set] = "planted-half";
        var provider = SelectProvider();
        await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);
        var credentials = await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);

        Assert.Equal("LTAI5tOftwo", credentials.AccessKeyId);
        Assert.Equal("default/env/ALIBABACLOUD_ACCESS_KEY_ID", provider.Source);
        var warning = Assert.Single(_machine.Diagnostics, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning).Message;
        Assert.StartsWith($"{set} is set but {missing} is not", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_about_an_incomplete_key_and_continues_with_the_chain()
    {
        _machine.Variables["ALIBABACLOUD_ACCESS_KEY_ID"] = "LTAI5tOfhalf";
        _machine.Variables["ALICLOUD_ACCESS_KEY_SECRET"] = "planted-secret";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => _machine.FetchAsync(new ContextRequest()));

        Assert.Contains(
            "env: ALIBABACLOUD_ACCESS_KEY_ID is specified but ALIBABACLOUD_ACCESS_KEY_SECRET is empty",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Single(_machine.Diagnostics, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning);
    }

    [Theory]
    [InlineData("ACCESS_KEY_ID", "ACCESS_KEY_SECRET")]
    [InlineData("ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY")]
    public async Task Ignores_names_without_a_prefix_and_the_names_of_Terraform(string id, string secret)
    {
        _machine.Variables[id] = "LTAI5tExampleKey";
        _machine.Variables[secret] = "planted-secret";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => _machine.FetchAsync(new ContextRequest()));

        Assert.Equal("NoCredentials", failure.Code);
        Assert.Contains(
            "env: not set: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD")]
    [InlineData("ALIBABACLOUD_ROLE_ARN", "ALIBABACLOUD")]
    [InlineData("ALIBABACLOUD_ROLE_ARN", "ALIBABA_CLOUD", "ALIBABACLOUD")]
    public async Task Exchanges_the_id_token_of_one_prefix(string expected, params string[] prefixes)
    {
        foreach (var prefix in prefixes)
            SetRole(prefix);
        var provider = SelectProvider();
        await provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);

        var prefixOfRole = expected[..^"_ROLE_ARN".Length];
        Assert.Equal("default/oidc_role_arn/" + expected, provider.Source);
        Assert.Contains(
            $"OIDCProviderArn={prefixOfRole}&OIDCToken=token-of-{prefixOfRole}&RoleArn={prefixOfRole}&",
            _machine.Bodies[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_combines_role_variables_of_two_prefixes()
    {
        SetRole("ALIBABACLOUD");
        _machine.Variables.Remove("ALIBABACLOUD_OIDC_TOKEN_FILE");
        _machine.Variables["ALIBABA_CLOUD_OIDC_TOKEN_FILE"] = "/token-of-ALIBABACLOUD";
        var failure = await Assert.ThrowsAsync<BdrcException>(() => _machine.FetchAsync(new ContextRequest()));

        Assert.Contains("oidc_role_arn: not set", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_machine.Requests, request => request.Contains("AssumeRoleWithOIDC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TRUE")]
    [InlineData("true")]
    [InlineData("1")]
    public async Task Ignores_both_files_when_profiles_are_disabled_but_uses_a_named_profile(string on)
    {
        const string Pair = "\"access_key_id\":\"LTAI5tOfcli\",\"access_key_secret\":\"planted-secret\"";
        _machine.FileTexts["/home/test/.aliyun/config.json"] =
            $$"""{"current":"p","profiles":[{"name":"p","mode":"AK","region_id":"ap-southeast-1",{{Pair}}}]}""";
        _machine.FileTexts["/home/test/.alibabacloud/credentials"] =
            "[default]\ntype=access_key\naccess_key_id=LTAI5tOfini\naccess_key_secret=planted-secret\nregion_id=cn-shanghai\n";
        _machine.Variables["ALIBABA_CLOUD_IGNORE_PROFILE"] = on;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => _machine.FetchAsync(new ContextRequest()));

        Assert.Contains("cli_profile: disabled by ALIBABA_CLOUD_IGNORE_PROFILE.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(" profile: disabled by ALIBABA_CLOUD_IGNORE_PROFILE.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("NoRegion", Assert.Throws<BdrcException>(() => ContextFactory.Create(new ContextRequest(), _machine.Context)).Code);
        Assert.Equal("ap-southeast-1", ContextFactory.Create(new ContextRequest { ProfileName = "p" }, _machine.Context).Region);
    }

    [Theory]
    [InlineData("first", "ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE")]
    [InlineData("second", null, "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE")]
    [InlineData("third", null, null, "ALICLOUD_PROFILE")]
    [InlineData("current", null, null, null)]
    public async Task Uses_the_profile_that_a_variable_names(string expected, string? first, string? second, string? third)
    {
        var names = new[] { "first", "second", "third", "current" };
        _machine.FileTexts["/home/test/.aliyun/config.json"] = $$"""{"current":"current","profiles":[{{string.Join(',', names.Select(name =>
            $$"""{"name":"{{name}}","mode":"AK","access_key_id":"LTAI5tOf{{name}}","access_key_secret":"planted-secret"}"""))}}]}""";
        foreach (var (variable, value) in new[] { (first, "first"), (second, "second"), (third, "third") })
        {
            if (variable is not null)
                _machine.Variables[variable] = value;
        }

        Assert.Equal("LTAI5tOf" + expected, (await _machine.FetchAsync(new ContextRequest())).AccessKeyId);
    }

    private ICredentialProvider SelectProvider() => _machine.SelectProvider(new ContextRequest());

    private void SetKey(string prefix, string name)
    {
        _machine.Variables[prefix + "_ACCESS_KEY_ID"] = "LTAI5tOf" + name;
        _machine.Variables[prefix + "_ACCESS_KEY_SECRET"] = "planted-secret-of-" + name;
    }

    private void SetRole(string prefix)
    {
        _machine.Variables[prefix + "_ROLE_ARN"] = prefix;
        _machine.Variables[prefix + "_OIDC_PROVIDER_ARN"] = prefix;
        _machine.Variables[prefix + "_OIDC_TOKEN_FILE"] = "/token-of-" + prefix;
        _machine.FileTexts["/token-of-" + prefix] = "token-of-" + prefix;
        _machine.Respond = _ => TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}""");
    }
}
