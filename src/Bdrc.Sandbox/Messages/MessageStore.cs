using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Messages;

/// <summary>All messages.</summary>
internal sealed class MessageStore(int seed)
{
    private readonly List<SandboxMessage> _all = [];

    /// <summary>All messages, newest first.</summary>
    public IEnumerable<SandboxMessage> NewestFirst()
    {
        for (var i = _all.Count - 1; i >= 0; i--)
            yield return _all[i];
    }

    /// <summary>Adds a message: a sub-policy of a policy was modified.</summary>
    public void AddSubPolicyModified(ProtectionPolicy policy, SubProtectionPolicy subPolicy, DateTimeOffset time)
    {
        var content = SandboxJson.Object(json =>
        {
            json.WriteString("protectionPolicyId", policy.Id);
            json.WriteString("protectionPolicyName", policy.Name);
            json.WriteString("subProtectionPolicyType", subPolicy.Type);
            if (subPolicy.AutoSnapshotPolicyId is { } snapshotPolicyId)
                json.WriteString("autoSnapshotPolicyId", snapshotPolicyId);
        });
        var id = "m-" + SeededRandom.Tail(seed, RandomStream.MessageId, _all.Count);
        _all.Add(new SandboxMessage(
            _all.Count, id, policy.Id, policy.RegionId, time, content));
    }

    /// <summary>Finds a message.</summary>
    /// <exception cref="PlatformException">The message does not exist.</exception>
    public SandboxMessage Find(string id) =>
        _all.Find(message => message.Id == id) ?? throw new PlatformException(404, "MessageNotFound", $"The message {id} is not found.");
}

/// <summary>A message about a protection policy.</summary>
/// <param name="Number">The position in the order of creation.</param>
/// <param name="Id">The message id.</param>
/// <param name="PolicyId">The policy it is about.</param>
/// <param name="RegionId">The region of the policy.</param>
/// <param name="Time">When the message was created.</param>
/// <param name="Content">The content as JSON text.</param>
internal sealed record SandboxMessage(long Number, string Id, string PolicyId, string RegionId, DateTimeOffset Time, string Content)
{
    public const string Name = "Sub-policy modified";
    public const string Level = "WARNING";
    public const string Type = "SUB_PROTECTION_POLICY_MODIFIED";
    public const string SourceType = "PROTECTION_POLICY";
}
