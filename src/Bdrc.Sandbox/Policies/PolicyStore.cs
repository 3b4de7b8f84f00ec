using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Policies;

/// <summary>All protection policies and their applications.</summary>
internal sealed class PolicyStore(int seed)
{
    private readonly List<ProtectionPolicy> _all = [];
    private readonly Dictionary<string, PolicyRun> _runs = new(StringComparer.Ordinal);
    private long _made;

    /// <summary>In the order of creation.</summary>
    public IReadOnlyList<ProtectionPolicy> All => _all;

    public ProtectionPolicy Add(string name, string regionId, IReadOnlyList<string> categoryIds, IReadOnlyList<SubProtectionPolicy> measures)
    {
        DemandFreeName(name, null);
        var policy = new ProtectionPolicy
        {
            Number = _made,
            Id = "p-" + SeededRandom.Tail(seed, RandomStream.PolicyId, _made),
            Name = name,
            RegionId = regionId,
            CategoryIds = categoryIds,
            Measures = measures,
        };
        _made++;
        _all.Add(policy);
        return policy;
    }

    /// <summary>Finds a policy.</summary>
    /// <exception cref="PlatformException">There is none.</exception>
    public ProtectionPolicy Find(string id) =>
        _all.Find(policy => policy.Id == id)
        ?? throw new PlatformException(404, "ProtectionPolicyNotFound", $"The protection policy {id} is not found.");

    public void Delete(ProtectionPolicy policy) => _all.Remove(policy);

    /// <summary>Takes a category out of all policies.</summary>
    public void Unbind(string categoryId)
    {
        foreach (var policy in _all)
        {
            policy.CategoryIds = [.. policy.CategoryIds.Where(id => id != categoryId)];
        }
    }

    public void Remember(PolicyRun run) => _runs[run.Task.TaskId] = run;

    /// <summary>Finds an application of a policy.</summary>
    /// <exception cref="PlatformException">The task is none.</exception>
    public PolicyRun FindRun(ProtectionPolicy policy, string taskId) =>
        _runs.TryGetValue(taskId, out var run) && run.PolicyId == policy.Id
            ? run
            : throw new PlatformException(404, "TaskNotFound", $"The task {taskId} is not an application of {policy.Id}.");

    /// <exception cref="PlatformException">Another policy has the name.</exception>
    public void DemandFreeName(string name, ProtectionPolicy? except)
    {
        if (_all.Exists(policy => policy != except && policy.Name == name))
            throw new PlatformException(400, "InvalidProtectionPolicy.ProtectionPolicyName.Duplicate", $"There is a protection policy named {name} already.");
    }
}
