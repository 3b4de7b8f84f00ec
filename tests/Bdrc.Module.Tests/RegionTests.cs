using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>The regions of BDRC: offered and described, and others are accepted too.</summary>
public sealed class RegionTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Connect-Bdrc ")]
    [InlineData("New-BdrcContext -Region ")]
    [InlineData("Get-BdrcTask -Region ")]
    public void Offers_the_documented_regions_with_a_description(string line)
    {
        var output = _engine.Run(
            $"(TabExpansion2 '{line}' {line.Length}).CompletionMatches | ForEach-Object {{ $_.CompletionText + ' = ' + $_.ToolTip }}");

        Assert.Equal(
            [
                "cn-shanghai = China (Shanghai): bdrc.cn-shanghai.aliyuncs.com",
                "ap-southeast-1 = Singapore: bdrc.ap-southeast-1.aliyuncs.com",
                "cn-shanghai-finance-1 = China East 2 Finance: bdrc.cn-shanghai-finance-1.aliyuncs.com",
            ],
            output.Select(item => item.ToString()));
    }

    [Fact]
    public void Lists_the_documented_regions_without_an_account_or_a_region()
    {
        var regions = Lines("Get-BdrcRegion -HasEndpoint", "LocalName", "Endpoint", "VpcEndpoint");

        Assert.Empty(_engine.Errors);
        Assert.Equal(
            [
                "cn-shanghai, China (Shanghai), bdrc.cn-shanghai.aliyuncs.com, bdrc-vpc.cn-shanghai.aliyuncs.com",
                "ap-southeast-1, Singapore, bdrc.ap-southeast-1.aliyuncs.com, bdrc-vpc.ap-southeast-1.aliyuncs.com",
                "cn-shanghai-finance-1, China East 2 Finance, bdrc.cn-shanghai-finance-1.aliyuncs.com, " +
                "bdrc-vpc.cn-shanghai-finance-1.aliyuncs.com",
            ],
            regions);
    }

    [Fact]
    public void Shows_which_regions_of_the_service_have_an_endpoint()
    {
        var regions = Lines("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcRegion", "Endpoint");

        Assert.Contains("cn-shanghai, bdrc.cn-shanghai.aliyuncs.com", regions);
        Assert.Contains("cn-hangzhou, ", regions);
    }

    [Theory]
    [InlineData("New-BdrcContext cn-elsewhere -AccessKeyId LTAI5tExampleKey -AccessKeySecret secret", 1)]
    [InlineData("Get-BdrcContext -Context (New-BdrcContext cn-shanghai -AccessKeyId LTAI5tK -AccessKeySecret x) -Region cn-elsewhere", 1)]
    [InlineData("New-BdrcContext cn-elsewhere -Endpoint bdrc.example.com -AccessKeyId LTAI5tExampleKey -AccessKeySecret secret", 0)]
    [InlineData("New-BdrcContext cn-elsewhere -Sandbox", 0)]
    [InlineData("New-BdrcContext cn-shanghai -AccessKeyId LTAI5tExampleKey -AccessKeySecret secret", 0)]
    public void Accepts_another_region_with_a_warning(string line, int warnings)
    {
        using var shell = _engine.Begin(line);

        shell.Invoke();

        Assert.Empty(shell.Streams.Error);
        Assert.Equal(
            warnings,
            shell.Streams.Warning.Count(static warning => warning.Message.StartsWith(
                "BDRC documents no endpoint for cn-elsewhere", StringComparison.Ordinal)));
    }

    private string[] Lines(string script, params string[] properties) =>
        [.. _engine.Run(script).Select(
            region => string.Join(", ", properties.Prepend("RegionId").Select(name => region.Properties[name].Value)))];
}
