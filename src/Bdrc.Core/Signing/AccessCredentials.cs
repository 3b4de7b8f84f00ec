namespace Bdrc.Core.Signing;

/// <summary>An access key, with a security token when it is temporary. <see cref="ToString"/> contains no secret.</summary>
public sealed class AccessCredentials
{
    /// <summary>Creates credentials from a key.</summary>
    /// <param name="accessKeyId">Key id.</param>
    /// <param name="accessKeySecret">Secret.</param>
    /// <param name="securityToken">Token of a temporary key; null or empty for a long-lived one.</param>
    public AccessCredentials(string accessKeyId, string accessKeySecret, string? securityToken)
    {
        AccessKeyId = accessKeyId;
        AccessKeySecret = accessKeySecret;
        SecurityToken = string.IsNullOrEmpty(securityToken) ? null : securityToken;
    }

    /// <summary>Key id in clear. Use it in requests only.</summary>
    public string AccessKeyId { get; }

    /// <summary>Secret. Only the signer reads it.</summary>
    internal string AccessKeySecret { get; }

    /// <summary>Token of a temporary key; null for a long-lived one.</summary>
    internal string? SecurityToken { get; }

    /// <summary>The masked key id: the first 4 characters, <c>****</c>, the last 4 characters. Short ids are masked completely.</summary>
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
