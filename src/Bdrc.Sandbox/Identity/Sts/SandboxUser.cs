using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Identity.Sts;

/// <summary>
/// The RAM user whose long-lived key the sandbox accepts. It is a user since the platform lets no account itself take roles on.
/// </summary>
internal static class SandboxUser
{
    public const string Id = "215800000000000001";

    public static string Arn { get; } = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:user/sandbox");
}
