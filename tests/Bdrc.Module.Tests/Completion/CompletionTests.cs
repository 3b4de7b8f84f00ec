using System.Management.Automation;
using Bdrc.Module.Tests.Help;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Completion;

/// <summary>The values that the Tab key offers.</summary>
public sealed class CompletionTests
{
    // From the files of the user or from the service: LiveIdTests.
    private static readonly string[] ReadElsewhere =
    [
        "MessageId", "ProfileName", "ProtectionPolicyId", "ResourceArn", "ResourceCategoryId", "ResourceId", "RuleId", "TargetId", "TaskId",
    ];

    [Theory]
    [InlineData("Connect-Bdrc -Region ", "cn-shanghai ap-southeast-1 cn-shanghai-finance-1")]
    [InlineData("Get-BdrcTask -Region ap", "ap-southeast-1")]
    [InlineData("Get-BdrcTask -Status C", "CREATED COMPLETE CANCELED")]
    [InlineData("Get-BdrcTask -TaskStatus 'f", "FAILED")]
    [InlineData("Get-BdrcTask -Type ", "UPDATE_RESOURCES CHECK_RULES TEST")]
    [InlineData("Get-BdrcMessage -Type ", "SUB_PROTECTION_POLICY_MODIFIED")]
    [InlineData("Get-BdrcResource -ResourceType acs::o", "ACS::OSS::Bucket ACS::OTS::Instance")]
    [InlineData("Invoke-BdrcApi /api/v1/tas", "/api/v1/tasks /api/v1/tasks/")]
    [InlineData("Invoke-BdrcApi -Action describeT", "DescribeTask DescribeTasks DescribeTopRiskyResources")]
    public void Offers_the_known_values(string line, string expected)
    {
        using var engine = new Engine();

        Assert.Equal(expected.Split(' '), Offers(engine, line));
    }

    [Fact]
    public void Offers_a_value_for_every_parameter_with_a_completer()
    {
        using var engine = new Engine();
        var completed =
            from command in ExportedCommands.Of(engine)
            from parameter in command.Parameters.Values
            where !ReadElsewhere.Contains(parameter.Name) && parameter.Attributes.OfType<ArgumentCompleterAttribute>().Any()
            select $"{command.Name} -{parameter.Name} ";

        Assert.All(completed.ToList(), line => Assert.NotEmpty(Offers(engine, line)));
    }

    private static IEnumerable<string> Offers(Engine engine, string line) => engine.Run(
        $"$line = @'\n{line}\n'@; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, " +
        $"$null).CompletionMatches | ForEach-Object {{ $_.CompletionText }}")
        .Select(offer => offer.ToString());
}
