using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>GetProtectionPolicy, ListProtectionPolicies, ListProtectionPolicyApplications.</summary>
internal static class PolicyQueries
{
    [Operation("GetProtectionPolicy")]
    public static void Get(OperationCall call) => Write(call, call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!));

    [Operation("ListProtectionPolicies")]
    public static void List(OperationCall call)
    {
        var (id, region) = (call.Values["ProtectionPolicyId"], call.Values["ProtectionPolicyRegionId"]);
        ListPage.WriteShort(
            call,
            call.Account.Policies.All.Where(policy =>
                (id is null || policy.Id == id) && (region is null || policy.RegionId == region)),
            policy => policy.Number,
            policy =>
            {
                Write(call, policy);
                WriteSummary(call, policy.LatestApplication);
            });
    }

    [Operation("ListProtectionPolicyApplications")]
    public static void ListApplications(OperationCall call)
    {
        var policy = call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!);
        var application = call.Account.Policies.FindApplication(policy, call.Values["TaskId"]!);
        var (status, type) = (call.Values["ApplyStatus"], call.Values["ResourceType"]);
        var subPolicy = call.Values["SubProtectionPolicyType"];
        long? total = null;
        if (status is null && type is null && subPolicy is null)
            total = application.Summary is { } summary ? ApplyOutcome.Statuses.Sum(summary.ByStatus) : 0;
        ListPage.Write(
            call,
            from => application.Summary is null
                ? []
                : application.Records(call.Account.Inventory, from ?? 0).Where(record =>
                    (status is null || record.Outcome.Status == status)
                    && (type is null || record.Resource.Kind.Type == type)
                    && (subPolicy is null || record.SubPolicy.Type == subPolicy)),
            record => record.Position,
            record => WriteRecord(call, application, record),
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
        foreach (var subPolicy in policy.SubPolicies)
        {
            json.WriteStartObject();
            json.WriteString("SubProtectionPolicyType", subPolicy.Type);
            json.WriteString("Config", subPolicy.Config);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        // The service shows an application when its task starts, not when the task is created.
        var application = policy.LatestApplication is { } latest && latest.Task.Status(call.Now) != SandboxTask.Created ? latest : null;
        json.WriteString("LatestTaskId", application?.Task.TaskId ?? string.Empty);
        call.WriteTime("LatestApplyTime", application?.Task.StartTime);
    }

    private static void WriteSummary(OperationCall call, PolicyApplication? application)
    {
        if (application?.Summary is not { } summary)
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
        call.WriteTime("CompleteTime", application.Task.EndTime);
        ResourceWriter.WriteCounts(call, summary.ByKind);
        json.WriteEndObject();
    }

    private static void WriteRecord(OperationCall call, PolicyApplication application, ApplyRecord record)
    {
        var json = call.Json;
        json.WriteString("ProtectionPolicyId", application.PolicyId);
        json.WriteString("TaskId", application.Task.TaskId);
        json.WriteString("SubProtectionPolicyType", record.SubPolicy.Type);
        json.WriteString("ResourceArn", record.Resource.Arn);
        json.WriteString("ResourceId", record.Resource.Id);
        json.WriteString("ResourceType", record.Resource.Kind.Type);
        json.WriteString("ProductType", record.Resource.Kind.Product);
        json.WriteNumber("ResourceOwnerId", record.Resource.OwnerId);
        json.WriteString("ApplyStatus", record.Outcome.Status);
        json.WriteString("ApplyDetail", record.Outcome.Detail);
        call.WriteTime("ApplyTime", application.Task.EndTime);
    }
}
