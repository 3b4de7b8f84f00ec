using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>DescribeRules, CheckRules, DescribeCheckDetails.</summary>
internal static class RuleOperations
{
    [Operation("DescribeRules")]
    public static void List(OperationCall call)
    {
        var account = call.Account;
        var stats = account.Rules.All.Select(rule => new RuleStatistics(rule)).ToArray();
        foreach (var index in new ResourceFilter(call).Indices())
        {
            foreach (var rule in account.Rules.Of(account.Inventory.KindNumber(index)))
                stats[rule.Number].Add(index, account.Checks);
        }

        var type = call.Values["ResourceType"];
        ListPage.WriteShort(
            call, stats.Where(stat => type is null || stat.Rule.Kind.Type == type), stat => stat.Rule.Number, stat => stat.Write(call));
    }

    [Operation("CheckRules")]
    public static void Check(OperationCall call)
    {
        var index = FindResource(call);
        var checks = call.Account.Checks;
        if (!checks.IsEnabled(index))
        {
            throw new PlatformException(
                400, "InvalidResource.CheckDisabled", "Checking is disabled for the resource. Please enable it first.");
        }


        var rules = Rules(call, index);
        var arn = call.Account.Inventory[index].Arn;
        var detail = SandboxJson.Object(json =>
        {
            json.WriteString("resourceArn", arn);
            json.WriteStrings("ruleIds", rules.Select(rule => rule.RuleId));
        });
        call.StartTask(new TaskDefinition(TaskTypes.CheckRules, detail)
        {
            Scope = arn,
            Subjects = rules.Select(rule => rule.RuleId),
            Effect = task => checks.Evaluate(index, rules, task.EndTime),
        });
    }

    [Operation("DescribeCheckDetails")]
    public static void ListDetails(OperationCall call)
    {
        var index = FindResource(call);
        var resource = call.Account.Inventory[index];
        var running = call.Account.Tasks.Running(TaskTypes.CheckRules, resource.Arn, call.Now);
        ListPage.WriteShort(
            call, Rules(call, index), rule => rule.Number, rule => WriteDetail(call, resource, rule, IsChecking(running, rule)));
    }

    /// <summary>The index of the resource in ResourceArn, of the calling account or a managed one.</summary>
    /// <exception cref="PlatformException">The resource does not exist.</exception>
    public static int FindResource(OperationCall call)
    {
        var arn = call.Values["ResourceArn"]!;
        var index = call.Account.Inventory.FindByArn(arn);
        return index >= 0 && call.Account.CrossAccounts.Covers(call.Account.Inventory[index].OwnerId)
            ? index
            : throw new PlatformException(404, "ResourceNotFound", $"The resource {arn} is not found.");
    }

    private static bool IsChecking(SandboxTask? running, Rule rule) =>
        running is not null && running.Definition.Subjects.Contains(rule.RuleId, StringComparer.Ordinal);

    private static IReadOnlyList<Rule> Rules(OperationCall call, int index)
    {
        var ofKind = call.Account.Rules.Of(call.Account.Inventory.KindNumber(index));
        if (call.Values["RuleId"] is not { } ruleId)
            return ofKind;

        var rule = call.Account.Rules.Find(ruleId);
        return ofKind.Contains(rule) ? [rule] : throw call.Values.Invalid("RuleId", "the rule is not for resources of this type.");
    }

    private static void WriteDetail(OperationCall call, Resource resource, Rule rule, bool checking)
    {
        var json = call.Json;
        var checks = call.Account.Checks;
        var result = checking ? CheckStatus.Checking : checks.Result(resource.Index, rule);
        json.WriteString("ResourceArn", resource.Arn);
        json.WriteString("ResourceId", resource.Id);
        json.WriteString("ResourceName", resource.Name);
        json.WriteString("ResourceType", resource.Kind.Type);
        json.WriteString("ProductType", resource.Kind.Product);
        json.WriteNumber("ResourceOwnerId", resource.OwnerId);
        json.WriteString("RuleId", rule.RuleId);
        json.WriteString("RuleTemplate", rule.Template);
        json.WriteString("CheckStatus", result.ToApiText());
        call.WriteTime("CheckTime", checks.Time(resource.Index, rule));
        json.WriteString(
            "Detail", CheckDetail.ToJson(result, rule, resource, call.Account.Seed, checks.SnapshotPolicy(resource.Index)));
    }
}
