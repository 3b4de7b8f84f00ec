using System.Globalization;
using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Signing;

namespace Bdrc.Sandbox.Server.Identity.Keys;

/// <summary>A temporary access key that belongs to a role session.</summary>
internal sealed class SessionKey(
    string accessKeyId, string secret, string securityToken, DateTimeOffset expiration, RoleSession session)
    : SigningKey(accessKeyId, secret, securityToken, expiration)
{
    public RoleSession Session { get; } = session;
}

/// <summary>A session of a RAM role.</summary>
/// <param name="roleName">Name of the role.</param>
/// <param name="roleId">Id of the role.</param>
/// <param name="name">Name of the session.</param>
internal sealed class RoleSession(string roleName, string roleId, string name)
{
    public string RoleId { get; } = roleId;

    /// <summary>The identity of the caller, in the platform's format.</summary>
    public string Arn { get; } = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:assumed-role/{roleName}/{name}");

    public string PrincipalId { get; } = roleId + ":" + name;
}

/// <summary>Writes temporary keys in the platform's JSON format.</summary>
internal static class SessionKeyJson
{
    public static void Write(Utf8JsonWriter json, SessionKey key)
    {
        json.WriteString("AccessKeyId", key.AccessKeyId);
        json.WriteString("AccessKeySecret", key.Secret);
        json.WriteString("SecurityToken", key.SecurityToken);
        json.WriteString("Expiration", Time(key.Expiration));
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
