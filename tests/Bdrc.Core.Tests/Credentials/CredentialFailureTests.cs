using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>The complete error message of each failure of every provider and every mode of a profile.</summary>
public sealed class CredentialFailureTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public static TheoryData<string> Names => [.. CredentialFailures.All.Keys];

    public void Dispose() => _machine.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reports_the_cause_and_the_fix(string name)
    {
        var row = CredentialFailures.All[name];
        var request = row.Prepare(_machine);

        var failure = await Assert.ThrowsAsync<BdrcException>(async () => await _machine.RunAsync(_machine.FetchAsync(request)));

        Assert.Equal(row.Message, failure.Message);
        Assert.DoesNotContain("planted", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "404 for the token: an instance without session tokens")]
    [InlineData(403, "403 for the token")]
    [InlineData(200, "a token that the instance then rejects")]
    public async Task Queries_the_instance_without_a_token_when_it_supports_only_version_1(int status, string reason)
    {
        _machine.Respond = request => request.RequestUri!.AbsolutePath == "/latest/api/token"
            ? TestMachine.Json("metadata-token", status)
            : request.Headers.Contains("x-aliyun-ecs-metadata-token")
            ? TestMachine.Json("refused", 403)
            : TestMachine.Json(_machine.SessionJson("STS.Session1"));
        var request = new ContextRequest { EcsRamRole = "r" };

        var credentials = await _machine.RunAsync(_machine.FetchAsync(request));

        Assert.True(credentials.AccessKeyId == "STS.Session1", reason);
    }

    [Fact]
    public async Task Lists_the_tried_sources_outside_the_cloud_and_probes_the_metadata_once()
    {
        _machine.NeverResponds = true;
        var provider = _machine.SelectProvider(new ContextRequest());

        var first = await Assert.ThrowsAsync<BdrcException>(
            () => _machine.RunAsync(provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)));
        var second = provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);

        // The clock has not moved: the second call fails at once.
        Assert.True(second.IsFaulted);
        Assert.Equal("NoCredentials", Assert.IsType<BdrcException>(second.Exception!.InnerException).Code);
        Assert.Equal(["PUT http://100.100.100.200/latest/api/token"], _machine.Requests);
        Assert.StartsWith("No credentials were found. Searched", first.Message, StringComparison.Ordinal);
        string[] sources =
        [
            "env: not set",
            "oidc_role_arn: not set",
            "cli_profile: the file /home/test/.aliyun/config.json does not exist.",
            "profile: the file /home/test/.alibabacloud/credentials.ini does not exist.",
            "ecs_ram_role: the instance metadata",
            "credentials_uri: not set",
        ];
        foreach (var source in sources)
            Assert.Contains(source, first.Message, StringComparison.Ordinal);
        Assert.Contains("aliyun configure", first.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=access_key\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted#secret # a comment", "LTAI5tExampleKey")]
    [InlineData("type=sts\naccess_key_id=STS.FromIni\naccess_key_secret=planted-secret\nsecurity_token=planted-token", "STS.FromIni")]
    [InlineData("type=ecs_ram_role\nrole_name=r", "STS.Session1")]
    [InlineData(
        "type=ram_role_arn\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret\nrole_arn=acs:ram::1:role/r", "STS.Session1")]
    [InlineData(
        "type=oidc_role_arn\nrole_arn=acs:ram::1:role/r\noidc_provider_arn=acs:ram::1:oidc-provider/p\noidc_token_file_path=/token",
        "STS.Session1")]
    public async Task Supports_each_type_of_ini_profile(string fields, string expected)
    {
        _machine.FileTexts["/home/test/.alibabacloud/credentials"] = "[p]\n" + fields;
        _machine.FileTexts["/token"] = "planted.id.token";
        _machine.Respond = request => request.RequestUri!.AbsolutePath == "/"
            ? TestMachine.Json($$"""{"Credentials":{{_machine.SessionJson("STS.Session1")}}}""")
            : TestMachine.Json(_machine.SessionJson("STS.Session1"));
        var request = new ContextRequest { ProfileName = "p" };

        var credentials = await _machine.RunAsync(_machine.FetchAsync(request));

        Assert.Equal(expected, credentials.AccessKeyId);
    }
}
