using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Messages;

/// <summary>All messages.</summary>
internal sealed class MessageStore(int seed)
{
    private readonly List<SandboxMessage> _all = [];

    /// <summary>Newest first.</summary>
    public IEnumerable<SandboxMessage> NewestFirst()
    {
        for (var i = _all.Count - 1; i >= 0; i--)
            yield return _all[i];
    }

    /// <summary>Raises a message about a measure of a policy that has changed.</summary>
    public void MeasureModified(ProtectionPolicy policy, SubProtectionPolicy measure, DateTimeOffset when)
    {
        var content = SandboxJson.Object(json =>
        {
            json.WriteString("protectionPolicyId", policy.Id);
            json.WriteString("protectionPolicyName", policy.Name);
            json.WriteString("subProtectionPolicyType", measure.Type);
            if (measure.AutoSnapshotPolicyId is { } id)
                json.WriteString("autoSnapshotPolicyId", id);
        });
        _all.Add(new SandboxMessage(
            _all.Count, "m-" + SeededRandom.Tail(seed, RandomStream.MessageId, _all.Count), policy.Id, policy.RegionId, when, content));
    }

    /// <summary>Finds a message.</summary>
    /// <exception cref="PlatformException">There is none.</exception>
    public SandboxMessage Find(string id) =>
        _all.Find(message => message.Id == id) ?? throw new PlatformException(404, "MessageNotFound", $"The message {id} is not found.");
}
