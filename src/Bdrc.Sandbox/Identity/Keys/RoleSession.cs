using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Identity.Keys;

/// <summary>A role that somebody has taken on.</summary>
/// <param name="roleName">Name of the role.</param>
/// <param name="roleId">Id of the role.</param>
/// <param name="name">Name of the session.</param>
internal sealed class RoleSession(string roleName, string roleId, string name)
{
    public string RoleId { get; } = roleId;

    /// <summary>Who calls, as the platform writes it.</summary>
    public string Arn { get; } = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:assumed-role/{roleName}/{name}");

    public string PrincipalId { get; } = roleId + ":" + name;
}
