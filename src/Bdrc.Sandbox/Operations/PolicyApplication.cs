using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>Applies a policy in the background, as the service does after a policy was made or changed.</summary>
internal static class PolicyApplication
{
    /// <summary>Begins, unless the policy covers no category.</summary>
    public static void Begin(OperationCall call, ProtectionPolicy policy)
    {
        if (policy.CategoryIds.Count == 0)
            return;

        var account = call.Account;
        PolicyRun? run = null;
        var detail = SandboxJson.Object(json =>
        {
            json.WriteString("protectionPolicyId", policy.Id);
            json.WriteStrings("resourceCategoryIds", policy.CategoryIds);
        });
        var task = call.AddTask(new TaskOrder(TaskTypes.ApplyProtectionPolicy, detail)
        {
            Scope = policy.Id,
            Effect = _ => run!.Complete(account.Inventory, account.Checks.AttachSnapshotPolicy),
        });
        var conditions = policy.CategoryIds.Select(id => account.Categories.Find(id).Condition).ToList();
        run = new PolicyRun(policy, conditions, account.SnapshotPolicies.Exists) { Task = task };
        account.Policies.Remember(run);
        policy.LatestRun = run;
    }
}
