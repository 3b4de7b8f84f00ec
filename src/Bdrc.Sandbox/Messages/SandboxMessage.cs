namespace Bdrc.Sandbox.Messages;

/// <summary>A notice about a protection policy.</summary>
/// <param name="Number">Its place in the order of arrival.</param>
/// <param name="Id">Its id.</param>
/// <param name="PolicyId">The policy it is about.</param>
/// <param name="RegionId">The region of the policy.</param>
/// <param name="Time">When it was raised.</param>
/// <param name="Content">JSON text.</param>
internal sealed record SandboxMessage(long Number, string Id, string PolicyId, string RegionId, DateTimeOffset Time, string Content)
{
    public const string Name = "Sub-policy modified";
    public const string Level = "WARNING";
    public const string Type = "SUB_PROTECTION_POLICY_MODIFIED";
    public const string SourceType = "PROTECTION_POLICY";
}
