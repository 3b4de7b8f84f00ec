using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Workflows;

/// <summary>The seven workflows of the API's overview, each as the shipped script.</summary>
public sealed class WorkflowTests
{
    private const string Connect = "Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null; ";

    private static readonly string Examples = Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, "Examples");

    public static IEnumerable<TheoryDataRow<string>> Scripts =>
        Directory.GetFiles(Examples, "*.ps1").Select(path => new TheoryDataRow<string>(Path.GetFileName(path)));

    [Fact]
    public void Shows_products_and_the_riskiest_resources_after_the_first_run()
    {
        var output = Run(Call("Start-FirstRun"));

        Assert.Equal(
            ["ecs", "oss", "nas", "ots"], Of(output, "Bdrc.BdrcProduct").Select(product => product.Properties["ProductType"].Value));
        Assert.NotEmpty(Of(output, "Bdrc.BdrcResource"));
    }

    [Fact]
    public void Shows_why_the_riskiest_resource_is_at_risk()
    {
        var output = Run(Call("Show-ResourceRisk"));

        Assert.NotEmpty(output);
        Assert.All(output, detail => Assert.Equal("FAILED", detail.Properties["CheckStatus"].Value));
        Assert.Single(output.Select(detail => detail.Properties["ResourceArn"].Value).Distinct());
    }

    [Fact]
    public void Shows_the_rules_after_a_refresh() => Assert.Equal(10, Run(Call("Update-Inventory")).Count);

    [Fact]
    public async Task Waits_for_the_running_refresh_when_another_is_refused()
    {
        await using var served = await ServedSandbox.StartAsync();
        served.Sandbox.Faults.Add(
            Bdrc.Sandbox.Faults.Fault.Error(400, "CreateTaskFailed.PreviousTaskNotFinished", "The previous task is not finished."),
            "UpdateResources");
        using var engine = new Engine();

        Assert.Equal(10, engine.Run(served.Connect + Call("Update-Inventory")).Count);

        Assert.Empty(engine.Errors);
        Assert.Equal(
            ["UpdateResources", "DescribeTasks", "DescribeTasks", "DescribeRules"],
            served.Sandbox.Requests.Select(request => request.Action!));
        Assert.Contains("TaskStatus=RUNNING", served.Sandbox.Requests[2].RawTarget, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-Include", true)]
    public void Changes_what_the_score_covers(string include, bool expected)
    {
        var output = Run(
            "$arn = (Get-BdrcResource -ResourceType ACS::OSS::Bucket -First 3).ResourceArn; " + Call(
                "Set-ScoreScope", "-ProductType ots -ResourceArn $arn " + include));

        Assert.Equal(4, output.Count);
        Assert.All(output, item => Assert.Equal(expected, item.Properties["EnableCheck"].Value));
    }

    [Fact]
    public void Protects_in_bulk_and_shows_the_failures()
    {
        var output = Run(
            Call("New-BulkProtection", "-Tag @{ env = 'prod' } -AutoSnapshotPolicyId sp-daily -RegionId cn-hangzhou -Name daily"));

        Assert.NotEmpty(output);
        Assert.All(output, record => Assert.Equal("FAILED", record.Properties["ApplyStatus"].Value));
    }

    [Fact]
    public void Creates_nothing_when_no_server_has_the_tags()
    {
        using var engine = new Engine();

        var error = engine.SingleError(
            Connect + Call(
                "New-BulkProtection", "-Tag @{ env = 'none' } -AutoSnapshotPolicyId sp-daily -RegionId cn-hangzhou -Name daily"));

        Assert.Contains("nothing was made", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(engine.Run("Get-BdrcProtectionPolicy"));
    }

    [Fact]
    public void Shows_messages_with_their_bodies()
    {
        const string Change = """
            $policy = New-BdrcProtectionPolicy daily -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first
            $policy | Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-second

            """;

        var message = Assert.Single(Run(Change + Call("Watch-Message", "-Since -7d")));

        Assert.NotNull(message.Properties["MessageContentObject"].Value);
    }

    [Fact]
    public void Brings_accounts_under_management_and_shows_their_risks()
    {
        var output = Run(Call("Add-MemberAccount", "-TargetId fd-production -TargetType FOLDER"));

        var accounts = Of(output, "Bdrc.BdrcCrossAccount").Select(account => (string)account.Properties["TargetId"].Value).ToList();
        Assert.Equal(["1580000000000002", "1580000000000003"], accounts.Order(StringComparer.Ordinal));
        Assert.All(
            Of(output, "Bdrc.BdrcResource"), resource => Assert.Contains(
                resource.Properties["ResourceOwnerId"].Value.ToString(), accounts));
        Assert.NotEmpty(Of(output, "Bdrc.BdrcResource"));
    }

    [Fact]
    public void Ships_seven() => Assert.Equal(7, Scripts.Count());

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Is_documented_and_uses_neither_JSON_nor_newer_syntax(string script)
    {
        var ast = Parser.ParseFile(Path.Combine(Examples, script), out var tokens, out var errors);

        Assert.Empty(errors);
        Assert.NotEmpty(ast.GetHelpContent().Synopsis);
        Assert.NotEmpty(ast.GetHelpContent().Examples);
        Assert.DoesNotContain(
            tokens,
            token => token.Kind is TokenKind.QuestionMark or TokenKind.QuestionQuestion or TokenKind.QuestionQuestionEquals
                or TokenKind.QuestionDot or TokenKind.AndAnd or TokenKind.OrOr);
        Assert.DoesNotContain("Json", ast.Extent.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(tokens, token => token is StringToken text && text.Value.StartsWith('{'));
    }

    private static string Call(string name, string parameters = "") => $"& '{Path.Combine(Examples, name + ".ps1")}' {parameters}; ";

    private static Collection<PSObject> Run(string script)
    {
        using var engine = new Engine();
        var output = engine.Run(Connect + script);
        Assert.Empty(engine.Errors);
        return output;
    }

    private static List<PSObject> Of(Collection<PSObject> output, string typeName) =>
        [.. output.Where(item => item.TypeNames[0] == typeName)];
}
