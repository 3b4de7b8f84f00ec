using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Contract;

/// <summary>Objects of one command bind to the next: unchanged, deserialised, and as rows of a CSV file.</summary>
public sealed class PipelineTests
{
    private const string Setup = """
        $resource = Get-BdrcResource -ResourceType ACS::ECS::Instance -First 1
        $detail = $resource | Get-BdrcCheckDetail -First 1
        $task = Start-BdrcRuleCheck $resource
        $category = New-BdrcResourceCategory servers -HasTag env -ResourceType ACS::ECS::Instance
        $policy = $category | New-BdrcProtectionPolicy first -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first
        $policy | Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-second
        $policy = $policy | Get-BdrcProtectionPolicy
        $message = Get-BdrcMessage -First 1
        Enable-BdrcCrossAccountManagement
        Add-BdrcCrossAccount 1580000000000005 -Wait | Out-Null
        $account = Get-BdrcCrossAccount 1580000000000005

        """;

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Cases =>
        from pair in new (string From, string To, string Operation, string Sent)[]
        {
            ("resource", "Get-BdrcCheckDetail", "DescribeCheckDetails", "ResourceArn"),
            ("resource", "Start-BdrcRuleCheck", "CheckRules", "ResourceArn"),
            ("resource", "Disable-BdrcResourceCheck", "DisableCheckResource", "ResourceArn"),
            ("resource", "Enable-BdrcResourceCheck", "EnableCheckResource", "ResourceArn"),
            ("detail", "Start-BdrcRuleCheck", "CheckRules", "ResourceArn RuleId"),
            ("task", "Wait-BdrcTask", "DescribeTask", "TaskId"),
            ("task", "Get-BdrcTask", "DescribeTask", "TaskId"),
            (
                "category",
                "New-BdrcProtectionPolicy second -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first",
                "CreateProtectionPolicy",
                "ResourceCategoryId"),
            ("category", "Get-BdrcResource", "DescribeResources", "ResourceCategoryId"),
            ("category", "Get-BdrcProduct", "DescribeProducts", "ResourceCategoryId"),
            ("category", "Get-BdrcRule", "DescribeRules", "ResourceCategoryId"),
            ("policy", "Get-BdrcProtectionPolicyApplication", "ListProtectionPolicyApplications", "ProtectionPolicyId LatestTaskId"),
            ("message", "Get-BdrcMessage", "GetMessage", "MessageId"),
            ("account", "Remove-BdrcCrossAccount -Confirm:$false", "UpdateCrossAccounts", "TargetId"),
        }
        from form in new[] { "live", "serialised", "row" }
        select new TheoryDataRow<string, string, string, string>(form, pair.From, pair.To, pair.Operation + " " + pair.Sent);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Binds_pipeline_input(string form, string from, string to, string operationAndFields)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect + Setup);
        Assert.Empty(engine.Errors);
        var item = Assert.Single(engine.Run("$" + from));
        engine.Set("piped", Convert(form, item));
        var before = served.Sandbox.RequestCount;

        engine.Run("$piped | " + to);

        Assert.Empty(engine.Errors);
        var parts = operationAndFields.Split(' ');
        var request = served.Sandbox.Requests.Skip(before).First(sent => sent.Action == parts[0]);
        var text = Uri.UnescapeDataString(request.RawTarget + " " + System.Text.Encoding.UTF8.GetString(request.Body));
        foreach (var field in parts[1..])
            Assert.Contains(item.Properties[field].Value.ToString()!, text, StringComparison.Ordinal);
    }

    private static PSObject Convert(string form, PSObject item)
    {
        switch (form)
        {
            case "serialised":
                return (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(item));
            case "row":
                var row = new PSObject();
                foreach (var property in item.Properties)
                    row.Properties.Add(new PSNoteProperty(property.Name, property.Value?.ToString() ?? string.Empty));
                return row;
            default:
                return item;
        }
    }
}
