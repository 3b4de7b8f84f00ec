namespace Bdrc.Sandbox.Identity.Keys;

/// <summary>A key that requests may be signed with.</summary>
/// <param name="accessKeyId">Key id.</param>
/// <param name="secret">Its secret.</param>
/// <param name="securityToken">The token that must come with it; null for a long-lived key.</param>
/// <param name="expiration">When it ends.</param>
/// <param name="session">The role session it belongs to; null for the account itself.</param>
internal sealed class SigningKey(
    string accessKeyId, string secret, string? securityToken, DateTimeOffset expiration, RoleSession? session)
{
    public string AccessKeyId { get; } = accessKeyId;

    public string Secret { get; } = secret;

    public string? SecurityToken { get; } = securityToken;

    public DateTimeOffset Expiration { get; } = expiration;

    public RoleSession? Session { get; } = session;
}
