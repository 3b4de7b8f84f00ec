using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>GetProtectionPolicy, ListProtectionPolicies, ListProtectionPolicyApplications.</summary>
internal static class PolicyQueries
{
    public static void Get(OperationCall call) => Write(call, call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!));

    public static void List(OperationCall call)
    {
        var (id, region) = (call.Values["ProtectionPolicyId"], call.Values["ProtectionPolicyRegionId"]);
        ListPage.WriteShort(
            call,
            call.Account.Policies.All.Where(policy => (id is null || policy.Id == id) && (region is null || policy.RegionId == region)),
            policy => policy.Number,
            policy =>
            {
                Write(call, policy);
                WriteSummary(call, policy.LatestRun);
            });
    }

    public static void ListApplications(OperationCall call)
    {
        var policy = call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!);
        var run = call.Account.Policies.FindRun(policy, call.Values["TaskId"]!);
        var (status, type, measure) = (call.Values["ApplyStatus"], call.Values["ResourceType"], call.Values["SubProtectionPolicyType"]);
        long? total = null;
        if (status is null && type is null && measure is null)
            total = run.Summary is { } summary ? ApplyOutcome.Statuses.Sum(summary.ByStatus) : 0;
        ListPage.Write(
            call,
            from => run.Summary is null
                ? []
                : run.Records(call.Account.Inventory, from ?? 0).Where(record =>
                    (status is null || record.Outcome.Status == status)
                    && (type is null || record.Resource.Kind.Type == type)
                    && (measure is null || record.Measure.Type == measure)),
            record => record.Position,
            record => WriteRecord(call, run, record),
            total);
    }

    private static void Write(OperationCall call, ProtectionPolicy policy)
    {
        var json = call.Json;
        json.WriteString("ProtectionPolicyId", policy.Id);
        json.WriteString("ProtectionPolicyName", policy.Name);
        json.WriteString("ProtectionPolicyRegionId", policy.RegionId);
        json.WriteStrings("BoundResourceCategoryIds", policy.CategoryIds);
        json.WriteStartArray("SubProtectionPolicies");
        foreach (var measure in policy.Measures)
        {
            json.WriteStartObject();
            json.WriteString("SubProtectionPolicyType", measure.Type);
            json.WriteString("Config", measure.Config);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        // The background work shows once it has begun, and not from the moment it was asked for.
        var run = policy.LatestRun is { } latest && latest.Task.Status(call.Now) != SandboxTask.Created ? latest : null;
        json.WriteString("LatestTaskId", run?.Task.TaskId ?? string.Empty);
        call.WriteTime("LatestApplyTime", run?.Task.StartTime);
    }

    private static void WriteSummary(OperationCall call, PolicyRun? run)
    {
        if (run?.Summary is not { } summary)
            return;

        var json = call.Json;
        json.WriteStartObject("LatestApplySummary");
        json.WriteStartArray("ApplyStatusCount");
        foreach (var status in ApplyOutcome.Statuses)
        {
            json.WriteStartObject();
            json.WriteString("ApplyStatus", status);
            json.WriteNumber("Count", summary.ByStatus(status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        call.WriteTime("CompleteTime", run.Task.EndTime);
        ResourceWriter.WriteCounts(call, summary.ByKind);
        json.WriteEndObject();
    }

    private static void WriteRecord(OperationCall call, PolicyRun run, ApplyRecord record)
    {
        var json = call.Json;
        json.WriteString("ProtectionPolicyId", run.PolicyId);
        json.WriteString("TaskId", run.Task.TaskId);
        json.WriteString("SubProtectionPolicyType", record.Measure.Type);
        json.WriteString("ResourceArn", record.Resource.Arn);
        json.WriteString("ResourceId", record.Resource.Id);
        json.WriteString("ResourceType", record.Resource.Kind.Type);
        json.WriteString("ProductType", record.Resource.Kind.Product);
        json.WriteNumber("ResourceOwnerId", record.Resource.OwnerId);
        json.WriteString("ApplyStatus", record.Outcome.Status);
        json.WriteString("ApplyDetail", record.Outcome.Detail);
        call.WriteTime("ApplyTime", run.Task.EndTime);
    }
}
