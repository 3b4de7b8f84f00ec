using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests;

/// <summary>-ProfileName on a command: another identity with the connection settings of Connect-Bdrc.</summary>
public sealed class ProfileOfCommandTests : IDisposable
{
    private const string File = "ALIBABA_CLOUD_CONFIG_FILE";
    private readonly string _file = Path.GetTempFileName();
    private readonly Engine _engine = new();

    public ProfileOfCommandTests() => _engine.Run($"$env:{File} = '{_file}'");

    public void Dispose()
    {
        _engine.Run($"$env:{File} = $null");
        _engine.Dispose();
        System.IO.File.Delete(_file);
    }

    [Fact]
    public async Task Uses_the_identity_of_the_profile_with_endpoint_and_timeouts_of_the_session()
    {
        await using var served = await ServedSandbox.StartAsync();
        Profile(served.Options.AccessKeyId, served.Options.AccessKeySecret, "ap-southeast-1");
        _engine.Run(
            $"Connect-Bdrc cn-shanghai -Endpoint {served.Address} -AccessKeyId LTAI5tOfSomebodyElse -AccessKeySecret planted-secret " +
            $"-MaxRetry 0 | Out-Null");
        served.Sandbox.Faults.Add(Fault.Status(503), "GetBdrcService", times: 1);

        var failure = _engine.SingleError("Get-BdrcService -ProfileName audit");
        var service = Assert.Single(_engine.Run("Get-BdrcService -ProfileName audit"));

        Assert.Empty(_engine.Errors);
        Assert.NotNull(service.Properties["IsOpen"]);
        Assert.Equal(1, failure.Exception.GetType().GetProperty("Attempts")!.GetValue(failure.Exception));
        Assert.All(
            served.Sandbox.Requests,
            sent => Assert.Contains(served.Options.AccessKeyId, sent.Header("authorization"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "ap-southeast-1", "ap-southeast-1")]
    [InlineData("", null, "cn-shanghai")]
    [InlineData("-Region cn-beijing", "ap-southeast-1", "cn-beijing")]
    public void Chooses_the_region_in_the_documented_order(string region, string? ofProfile, string expected)
    {
        Profile("LTAI5tExampleKey", "planted-secret", ofProfile);
        var context = Context(
            $"Connect-Bdrc cn-shanghai -UseVpcEndpoint -AccessKeyId LTAI5tOfSomebodyElse -AccessKeySecret planted-secret | Out-Null; " +
            $"Get-BdrcContext -ProfileName audit {region}");

        Assert.Equal($"{expected} https://bdrc-vpc.{expected}.aliyuncs.com/ profile/AK False", context);
    }

    [Fact]
    public void Calls_the_real_service_in_a_session_of_the_sandbox_too()
    {
        Profile("LTAI5tExampleKey", "planted-secret", "ap-southeast-1");
        var context = Context("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcContext -ProfileName audit");

        Assert.Equal("ap-southeast-1 https://bdrc.ap-southeast-1.aliyuncs.com/ profile/AK False", context);
    }

    [Fact]
    public void Does_not_change_the_session()
    {
        Profile("LTAI5tExampleKey", "planted-secret", "ap-southeast-1");
        var context = Context(
            "Connect-Bdrc cn-shanghai -AccessKeyId LTAI5tOfSomebodyElse -AccessKeySecret planted-secret | Out-Null; " +
            "Get-BdrcContext -ProfileName audit | Out-Null; Get-BdrcContext");

        Assert.Equal("cn-shanghai https://bdrc.cn-shanghai.aliyuncs.com/ parameters False", context);
    }

    [Fact]
    public void Reports_the_source_of_the_region()
    {
        Profile("LTAI5tExampleKey", "planted-secret", "ap-southeast-1");
        _engine.Run("Get-BdrcContext -ProfileName audit -Verbose");

        Assert.Contains(
            $"Region ap-southeast-1 comes from region_id of profile 'audit' in {_file}.", _engine.AllStreams, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", _engine.AllStreams, StringComparison.Ordinal);
    }

    private string Context(string script)
    {
        var context = Assert.Single(_engine.Run(script)).Properties;
        Assert.Empty(_engine.Errors);
        return $"{context["Region"].Value} {context["Endpoint"].Value} {context["CredentialSource"].Value} {context["IsSandbox"].Value}";
    }

    private void Profile(string id, string secret, string? region) => System.IO.File.WriteAllText(
        _file,
        $$"""
        {"profiles":[
          {"name":"audit","mode":"AK","access_key_id":"{{id}}","access_key_secret":"{{secret}}","region_id":"{{region}}"}
        ]}
        """);
}
