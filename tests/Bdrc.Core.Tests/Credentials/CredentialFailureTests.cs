using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Every provider and every mode of a profile, each of its failures, and the whole message that the user reads.</summary>
public sealed class CredentialFailureTests : IDisposable
{
    private readonly TestMachine _machine = new();

    public static TheoryData<string> Names => [.. CredentialFailures.All.Keys];

    public void Dispose() => _machine.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Says_what_went_wrong_and_what_to_do(string name)
    {
        var row = CredentialFailures.All[name];
        var request = row.Prepare(_machine);

        var failure = await Assert.ThrowsAsync<BdrcException>(async () =>
            await _machine.Finish(CredentialSelection.Choose(request, _machine.Environment).Provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)));

        Assert.Equal(row.Said, failure.Message);
        Assert.DoesNotContain("planted", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "404 for the token: an instance from before session tokens")]
    [InlineData(403, "403 for the token")]
    [InlineData(200, "a token that the instance then refuses")]
    public async Task Asks_the_instance_without_a_token_when_that_is_all_it_speaks(int status, string why)
    {
        _machine.Answer = request => request.RequestUri!.AbsolutePath == "/latest/api/token"
            ? TestMachine.Json("metadata-token", status)
            : request.Headers.Contains("x-aliyun-ecs-metadata-token")
            ? TestMachine.Json("refused", 403)
            : TestMachine.Json(_machine.Session("STS.Session1"));
        var request = new ContextRequest { EcsRamRole = "r" };

        var credentials = await _machine.Finish(CredentialSelection.Choose(request, _machine.Environment).Provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));

        Assert.True(credentials.AccessKeyId == "STS.Session1", why);
    }

    [Fact]
    public async Task Lists_what_was_tried_off_cloud_and_asks_the_metadata_once()
    {
        _machine.IsSilent = true;
        var (provider, _) = CredentialSelection.Choose(new ContextRequest(), _machine.Environment);

        var first = await Assert.ThrowsAsync<BdrcException>(() => _machine.Finish(provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None)));
        var second = provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None);

        // Nothing moved the clock: the second answer is there at once.
        Assert.True(second.IsFaulted);
        Assert.Equal("NoCredentials", Assert.IsType<BdrcException>(second.Exception!.InnerException).Code);
        Assert.Equal(["PUT http://100.100.100.200/latest/api/token"], _machine.Requests);
        Assert.StartsWith("No credentials were found. Searched", first.Message, StringComparison.Ordinal);
        foreach (var place in new[] { "env: not set", "oidc_role_arn: not set", "cli_profile: the file /home/test/.aliyun/config.json does not exist.", "profile: the file /home/test/.alibabacloud/credentials.ini does not exist.", "ecs_ram_role: the instance metadata", "credentials_uri: not set" })
            Assert.Contains(place, first.Message, StringComparison.Ordinal);
        Assert.Contains("aliyun configure", first.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=access_key\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted#secret # a comment", "LTAI5tExampleKey")]
    [InlineData("type=sts\naccess_key_id=STS.FromIni\naccess_key_secret=planted-secret\nsecurity_token=planted-token", "STS.FromIni")]
    [InlineData("type=ecs_ram_role\nrole_name=r", "STS.Session1")]
    [InlineData("type=ram_role_arn\naccess_key_id=LTAI5tExampleKey\naccess_key_secret=planted-secret\nrole_arn=acs:ram::1:role/r", "STS.Session1")]
    [InlineData("type=oidc_role_arn\nrole_arn=acs:ram::1:role/r\noidc_provider_arn=acs:ram::1:oidc-provider/p\noidc_token_file_path=/token", "STS.Session1")]
    public async Task Serves_an_ini_profile_of_each_type(string fields, string expected)
    {
        _machine.Texts["/home/test/.alibabacloud/credentials"] = "[p]\n" + fields;
        _machine.Texts["/token"] = "planted.id.token";
        _machine.Answer = request => request.RequestUri!.AbsolutePath == "/"
            ? TestMachine.Json($$"""{"Credentials":{{_machine.Session("STS.Session1")}}}""")
            : TestMachine.Json(_machine.Session("STS.Session1"));
        var request = new ContextRequest { ProfileName = "p" };

        var credentials = await _machine.Finish(CredentialSelection.Choose(request, _machine.Environment).Provider.GetAsync(_machine.OnDiagnostic, CancellationToken.None));

        Assert.Equal(expected, credentials.AccessKeyId);
    }
}
