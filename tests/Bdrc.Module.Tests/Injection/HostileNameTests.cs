using System.Management.Automation;
using System.Text.Json;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Module.Tests.Views;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests.Injection;

/// <summary>The texts of every record are shown escaped in every view, and the property keeps the text of the service.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string, string, string, string> Records => new()
    {
        { "Bdrc.BdrcTask", "DescribeTasks", "Get-BdrcTask -First 1", "Content" },
        { "Bdrc.BdrcTaskHandle", "UpdateResources", "Update-BdrcResource", string.Empty },
        { "Bdrc.BdrcService", "GetBdrcService", "Get-BdrcService", string.Empty },
        { "Bdrc.BdrcRegion", "DescribeRegions", "Get-BdrcRegion", "Regions" },
        { "Bdrc.BdrcResource", "DescribeResources", "Get-BdrcResource -First 1", "Content" },
        { "Bdrc.BdrcResource", "DescribeTopRiskyResources", "Get-BdrcTopRiskyResource", "Content" },
        { "Bdrc.BdrcProduct", "DescribeProducts", "Get-BdrcProduct", "Content" },
        { "Bdrc.BdrcDataRedundancyStatistic", "DescribeProductDataRedundancyTypeStat", "Get-BdrcDataRedundancyStatistic oss", "Content" },
        { "Bdrc.BdrcRule", "DescribeRules", "Get-BdrcRule -First 1", "Content" },
        { "Bdrc.BdrcCheckDetail", "DescribeCheckDetails", "Get-BdrcCheckDetail arn-1 -First 1", "Content" },
        { "Bdrc.BdrcResourceCategory", "ListResourceCategories", "Get-BdrcResourceCategory -First 1", "Content" },
        { "Bdrc.BdrcProtectionPolicy", "ListProtectionPolicies", "Get-BdrcProtectionPolicy -First 1", "Content" },
        {
            "Bdrc.BdrcProtectionPolicyApplication",
            "ListProtectionPolicyApplications",
            "Get-BdrcProtectionPolicyApplication p-1 -TaskId t-1 -First 1",
            "Content"
        },
        { "Bdrc.BdrcMessage", "ListMessages", "Get-BdrcMessage -First 1", "Content" },
        { "Bdrc.BdrcCrossAccount", "ListCrossAccounts", "Get-BdrcCrossAccount -First 1", "Content" },
        { string.Empty, "DescribeTask", "Invoke-BdrcApi /api/v1/tasks/t-1 | ForEach-Object Data", string.Empty },
    };

    // A response without a type has none in CLIXML either, so PowerShell cannot know it again.
    public static TheoryData<string, string, string, string> TypedRecords => [.. Records.Where(row => row.Data.Item1.Length > 0)];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Shows_every_text_of_a_record_escaped(string type, string operation, string command, string list)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        served.Sandbox.Faults.Add(Response(TypeOf(engine, type), list), operation, 2);

        var shown = Assert.Single(engine.Run(command));
        var table = TableRenderer.Render($"{served.Connect} {command}", width: 120);

        Assert.Empty(engine.Errors);
        HostileRecord.AssertShownEscaped(shown);
        Assert.DoesNotContain(table, c => c != '\n' && CmdletInjectionTests.IsHarmful(c));
    }

    [Theory]
    [MemberData(nameof(TypedRecords))]
    public async Task Shows_every_text_of_a_deserialized_record_escaped(string type, string operation, string command, string list)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        served.Sandbox.Faults.Add(Response(TypeOf(engine, type), list), operation, 3);

        foreach (var depth in new[] { Clixml.JobDepth, Clixml.FileDepth })
        {
            var shown = Assert.Single(engine.Run(Clixml.Of(command, depth)));
            Assert.Empty(engine.Errors);
            Assert.Equal("Deserialized." + type, shown.TypeNames[0]);
            HostileRecord.AssertShownEscaped(shown);
            AssertKeepsText(engine, shown);
        }

        var table = TableRenderer.Render($"{served.Connect} {Clixml.Of(command)}", width: 120);
        Assert.DoesNotContain(table, c => c != '\n' && CmdletInjectionTests.IsHarmful(c));
    }

    [Fact]
    public async Task Shows_the_progress_and_the_messages_of_a_wait_escaped()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        var task = new { TaskId = "t-1", TaskType = HostileRecord.Text, TaskStatus = HostileRecord.Text, Progress = 10 };
        var response = JsonSerializer.Serialize(new { RequestId = "R-1", Data = task });
        served.Sandbox.Faults.Add(Fault.Raw(200, "application/json", response), "DescribeTask", 100);
        using var shell = engine.Begin("$env:CI = $null; Wait-BdrcTask t-1 -Timeout 0.3 -PollInterval 0.1 -Verbose");

        shell.Invoke();

        var shown = shell.Streams.Progress.Select(static bar => bar.Activity + bar.StatusDescription)
            .Concat(shell.Streams.Warning.Select(static warning => warning.Message))
            .Concat(shell.Streams.Verbose.Select(static verbose => verbose.Message))
            .ToList();
        Assert.Contains(shown, static text => text.Contains("owned", StringComparison.Ordinal));
        Assert.All(shown, static text => Assert.DoesNotContain(text, static c => CmdletInjectionTests.IsHarmful(c)));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Keeps_the_text_of_the_service(string type, string operation, string command, string list)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        served.Sandbox.Faults.Add(Response(TypeOf(engine, type), list), operation);

        AssertKeepsText(engine, Assert.Single(engine.Run(command)));
    }

    private static void AssertKeepsText(Engine engine, PSObject shown)
    {
        var texts = shown.Properties.Where(property => (property.Value as PSObject)?.BaseObject is string).ToList();
        Assert.NotEmpty(texts);
        foreach (var property in texts)
        {
            Assert.Equal(HostileRecord.Text, LanguagePrimitives.ConvertTo<string>(property.Value));
            engine.Set("text", property.Value);
            Assert.Equal(HostileRecord.Text, engine.Run("\"$text\"")[0].BaseObject);
        }
    }

    // The tests refer to no assembly of the module; the engine loads the staged one.
    private static Type TypeOf(Engine engine, string name)
    {
        engine.Run($"$type = [{(name.Length == 0 ? "Bdrc.BdrcTask" : name)}]");
        return (Type)engine.Get("type");
    }

    private static Fault Response(Type type, string list)
    {
        object record = HostileRecord.Of(type);
        var data = list.Length == 0 ? record : new Dictionary<string, object>(StringComparer.Ordinal) { [list] = new[] { record } };
        return Fault.Raw(200, "application/json", JsonSerializer.Serialize(new { RequestId = "R-1", Data = data }));
    }
}
