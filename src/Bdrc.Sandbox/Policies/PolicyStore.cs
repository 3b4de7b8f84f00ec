using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Policies;

/// <summary>All protection policies and their applications.</summary>
internal sealed class PolicyStore(int seed)
{
    private readonly List<ProtectionPolicy> _all = [];
    private readonly Dictionary<string, PolicyApplication> _applications = new(StringComparer.Ordinal);
    private long _created;

    /// <summary>In the order of creation.</summary>
    public IReadOnlyList<ProtectionPolicy> All => _all;

    public ProtectionPolicy Add(
        string name, string regionId, IReadOnlyList<string> categoryIds, IReadOnlyList<SubProtectionPolicy> subPolicies)
    {
        EnsureNameIsFree(name, null);
        var policy = new ProtectionPolicy
        {
            Number = _created,
            Id = "p-" + SeededRandom.Tail(seed, RandomStream.PolicyId, _created),
            Name = name,
            RegionId = regionId,
            CategoryIds = categoryIds,
            SubPolicies = subPolicies,
        };
        _created++;
        _all.Add(policy);
        return policy;
    }

    /// <summary>Finds a policy.</summary>
    /// <exception cref="PlatformException">The policy does not exist.</exception>
    public ProtectionPolicy Find(string id) =>
        _all.Find(policy => policy.Id == id)
        ?? throw new PlatformException(404, "ProtectionPolicyNotFound", $"The protection policy {id} is not found.");

    public void Delete(ProtectionPolicy policy) => _all.Remove(policy);

    /// <summary>Removes a category from all policies.</summary>
    public void Unbind(string categoryId)
    {
        foreach (var policy in _all)
        {
            policy.CategoryIds = [.. policy.CategoryIds.Where(id => id != categoryId)];
        }
    }

    public void AddApplication(PolicyApplication application) => _applications[application.Task.TaskId] = application;

    /// <summary>Finds an application of a policy.</summary>
    /// <exception cref="PlatformException">The task is not an application of this policy.</exception>
    public PolicyApplication FindApplication(ProtectionPolicy policy, string taskId) =>
        _applications.TryGetValue(taskId, out var application) && application.PolicyId == policy.Id
            ? application
            : throw new PlatformException(404, "TaskNotFound", $"The task {taskId} is not an application of {policy.Id}.");

    /// <exception cref="PlatformException">Another policy has this name.</exception>
    public void EnsureNameIsFree(string name, ProtectionPolicy? except)
    {
        if (_all.Exists(policy => policy != except && policy.Name == name))
        {
            throw new PlatformException(
                400,
                "InvalidProtectionPolicy.ProtectionPolicyName.Duplicate",
                $"There is a protection policy named {name} already.");
        }
    }
}
