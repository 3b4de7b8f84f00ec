namespace Bdrc.Core.Signing;

/// <summary>An access key, with a security token when it is a temporary one. Its text form shows no secret.</summary>
public sealed class AccessCredentials
{
    /// <summary>Holds a key.</summary>
    /// <param name="accessKeyId">Key id.</param>
    /// <param name="accessKeySecret">Secret.</param>
    /// <param name="securityToken">Token of a temporary key; null or empty for a long-lived one.</param>
    public AccessCredentials(string accessKeyId, string accessKeySecret, string? securityToken)
    {
        AccessKeyId = accessKeyId;
        AccessKeySecret = accessKeySecret;
        SecurityToken = string.IsNullOrEmpty(securityToken) ? null : securityToken;
    }

    /// <summary>Key id, in clear: for the request only.</summary>
    public string AccessKeyId { get; }

    /// <summary>Secret: for the signer only.</summary>
    internal string AccessKeySecret { get; }

    /// <summary>Token of a temporary key; null for a long-lived one.</summary>
    internal string? SecurityToken { get; }

    /// <summary>The key id as it may be shown: first 4, <c>****</c>, last 4 characters; short ones show nothing.</summary>
    public string MaskedKeyId => Mask(AccessKeyId);

    /// <summary>Masks a key id.</summary>
    /// <param name="accessKeyId">Key id in clear.</param>
    public static string Mask(string accessKeyId) =>
        accessKeyId is { Length: > 8 }
            ? accessKeyId.Substring(0, 4) + "****" + accessKeyId.Substring(accessKeyId.Length - 4)
            : "****";

    /// <inheritdoc/>
    public override string ToString() => MaskedKeyId;
}
