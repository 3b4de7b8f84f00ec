using System.Text.Json;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>The operations that change policies. <see cref="PolicyQueries"/> has those that read them.</summary>
internal static class PolicyOperations
{
    [Operation("CreateProtectionPolicy")]
    public static void Create(OperationCall call)
    {
        var id = call.Account.Idempotency.GetOrExecute(call.Values, () =>
        {
            var region = call.Values["ProtectionPolicyRegionId"]!;
            if (CloudRegion.NumberOf(region) < 0)
                throw new PlatformException(400, "BadRequest.InvalidRegionId", $"The region {region} is not valid.");
            var policy = call.Account.Policies.Add(
                call.Values["ProtectionPolicyName"]!, region, ReadCategoryIds(call) ?? [], ReadSubPolicies(call)!);
            StartApplication(call, policy);
            return policy.Id;
        });
        call.Json.WriteString("ProtectionPolicyId", id);
    }

    /// <summary>A list in the request replaces the previous one.</summary>
    [Operation("UpdateProtectionPolicy")]
    public static void Update(OperationCall call)
    {
        var policy = call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!);
        call.Account.Idempotency.GetOrExecute(call.Values, () =>
        {
            // All parameters are checked before the policy is changed.
            var categoryIds = ReadCategoryIds(call);
            var subPolicies = ReadSubPolicies(call);
            var name = call.Values["ProtectionPolicyName"] ?? policy.Name;
            call.Account.Policies.EnsureNameIsFree(name, policy);
            policy.Name = name;
            policy.CategoryIds = categoryIds ?? policy.CategoryIds;
            if (subPolicies is not null)
                Replace(call, policy, subPolicies);
            if (categoryIds is not null || subPolicies is not null)
                StartApplication(call, policy);
            return policy.Id;
        });
    }

    [Operation("DeleteProtectionPolicy")]
    public static void Delete(OperationCall call) =>
        call.Account.Policies.Delete(call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!));

    /// <summary>Applies a policy in the background, as the service does after a change; nothing for a policy without categories.</summary>
    private static void StartApplication(OperationCall call, ProtectionPolicy policy)
    {
        if (policy.CategoryIds.Count == 0)
            return;

        var account = call.Account;
        PolicyApplication? application = null;
        var detail = SandboxJson.Object(json =>
        {
            json.WriteString("protectionPolicyId", policy.Id);
            json.WriteStrings("resourceCategoryIds", policy.CategoryIds);
        });
        var task = call.AddTask(new TaskDefinition(TaskTypes.ApplyProtectionPolicy, detail)
        {
            Scope = policy.Id,
            Effect = _ => application!.Complete(account.Inventory, account.Checks.AttachSnapshotPolicy),
        });
        var conditions = policy.CategoryIds.Select(id => account.Categories.Find(id).Condition).ToList();
        application = new PolicyApplication(policy, conditions, account.SnapshotPolicies.Exists) { Task = task };
        account.Policies.AddApplication(application);
        policy.LatestApplication = application;
    }

    private static void Replace(OperationCall call, ProtectionPolicy policy, List<SubProtectionPolicy> subPolicies)
    {
        foreach (var subPolicy in subPolicies)
        {
            if (!policy.SubPolicies.Contains(subPolicy))
                call.Account.Messages.AddSubPolicyModified(policy, subPolicy, call.Now);
        }

        policy.SubPolicies = subPolicies;
    }

    private static List<string>? ReadCategoryIds(OperationCall call)
    {
        if (call.Values["BoundResourceCategoryIds"] is not { } text)
            return null;

        var ids = new List<string>();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var id = call.Account.Categories.Find(item.GetString()!).Id;
            if (!ids.Contains(id))
                ids.Add(id);
        }

        return ids;
    }

    private static List<SubProtectionPolicy>? ReadSubPolicies(OperationCall call)
    {
        if (call.Values["SubProtectionPolicies"] is not { } text)
            return null;

        List<SubProtectionPolicy> subPolicies;
        try
        {
            subPolicies = SubProtectionPolicy.ReadList(text);
        }
        catch (FormatException exception)
        {
            throw call.Values.Invalid("SubProtectionPolicies", exception.Message);
        }

        foreach (var subPolicy in subPolicies)
        {
            if (subPolicy.AutoSnapshotPolicyId is { } id)
                call.Account.SnapshotPolicies.EnsureExists(id);
        }

        return subPolicies;
    }
}
