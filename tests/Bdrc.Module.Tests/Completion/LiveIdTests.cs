using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Completion;

/// <summary>The ids that the Tab key offers: those that the service returns.</summary>
public sealed class LiveIdTests
{
    [Theory]
    [InlineData("Get-BdrcTask ", "Get-BdrcTask", "TaskId")]
    [InlineData("Wait-BdrcTask -TaskId ", "Get-BdrcTask", "TaskId")]
    [InlineData("Get-BdrcResource ", "Get-BdrcResource", "ResourceArn")]
    [InlineData("Get-BdrcResource -ResourceId ", "Get-BdrcResource", "ResourceId")]
    [InlineData("Start-BdrcRuleCheck ", "Get-BdrcResource", "ResourceArn")]
    [InlineData("Start-BdrcRuleCheck -RuleId ", "Get-BdrcRule", "RuleId")]
    [InlineData("Get-BdrcProduct -ResourceCategoryId ", "Get-BdrcResourceCategory", "ResourceCategoryId")]
    [InlineData("Remove-BdrcProtectionPolicy ", "Get-BdrcProtectionPolicy", "ProtectionPolicyId")]
    [InlineData("Get-BdrcMessage ", "Get-BdrcMessage", "MessageId")]
    [InlineData("Remove-BdrcCrossAccount ", "Get-BdrcCrossAccount", "TargetId")]
    public async Task Offers_the_ids_of_the_service(string line, string list, string property)
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.FinishedTasks = 3);
        using var engine = Connect(served);
        engine.Run(
            "$policy = New-BdrcProtectionPolicy daily -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first; " +
            "$policy | Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-second; " +
            "Enable-BdrcCrossAccountManagement; $null = Add-BdrcCrossAccount 1580000000000002");

        var expected = engine.Run($"({list} -First 1).{property}").Select(static id => id.ToString());

        Assert.Empty(engine.Errors);
        Assert.Contains(Assert.Single(expected), Complete(engine, line).Select(static offer => offer.CompletionText));
    }

    [Fact]
    public async Task Shows_the_name_and_finds_an_id_by_it()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = Connect(served);

        var offers = Complete(engine, "Get-BdrcProduct -ResourceCategoryId core");

        Assert.Equal("Core business", Assert.Single(offers).ToolTip);
    }

    [Fact]
    public async Task Requests_a_list_once_a_minute()
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.FinishedTasks = 3);
        using var engine = Connect(served);

        var first = Complete(engine, "Get-BdrcTask ").Count;
        var second = Complete(engine, "Wait-BdrcTask ").Count;

        Assert.Equal((3, 3), (first, second));
        Assert.Single(served.Sandbox.Requests, static request => request.Action == "DescribeTasks");
    }

    [Theory]
    [InlineData("Get-BdrcTask ")]
    [InlineData("Get-BdrcTask -Context $refused -TaskId ")]
    [InlineData("Add-BdrcCrossAccount ")]
    public void Offers_neither_files_nor_errors_when_there_is_no_id(string line)
    {
        using var engine = new Engine();
        engine.Run(
            "$refused = New-BdrcContext cn-shanghai -Endpoint http://127.0.0.1:1 -AccessKeyId LTAI5tExampleKey -AccessKeySecret secret");

        Assert.Empty(Complete(engine, line));
        Assert.Empty(engine.Errors);
    }

    [Fact]
    public async Task Uses_the_context_of_the_line()
    {
        await using var served = await ServedSandbox.StartAsync(static options => options.FinishedTasks = 3);
        using var engine = Connect(served);
        engine.Run("$other = Get-BdrcContext; Connect-Bdrc -Sandbox -FinishedTasks 5 | Out-Null");

        Assert.Equal(5, Complete(engine, "Get-BdrcTask ").Count);
        Assert.Equal(3, Complete(engine, "Get-BdrcTask -Context $other -TaskId ").Count);
    }

    private static Engine Connect(ServedSandbox served)
    {
        var engine = new Engine();
        engine.Run(served.Connect);
        return engine;
    }

    private static List<CompletionResult> Complete(Engine engine, string line) =>
    [
        .. engine.Run($"$line = '{line}'; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)" +
            ".CompletionMatches").Select(static offer => (CompletionResult)offer.BaseObject),
    ];
}
