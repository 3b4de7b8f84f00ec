using Bdrc.Sandbox.Contract;

namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>A target under management.</summary>
/// <param name="Target">The target.</param>
/// <param name="Parent">What brought it in; null when it was added itself.</param>
/// <param name="CreatedTime">When it, or what brought it in, was added.</param>
internal sealed record ManagedTarget(DirectoryTarget Target, DirectoryTarget? Parent, DateTimeOffset CreatedTime)
{
    public string ManagementMode => Parent is null ? "MANUAL" : "AUTO";
}
