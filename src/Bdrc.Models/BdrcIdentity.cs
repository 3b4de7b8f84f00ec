using Bdrc.Text;

namespace Bdrc;

/// <summary>The calling identity. Source: STS GetCallerIdentity.</summary>
public sealed class BdrcIdentity
{
    /// <summary>Creates an identity.</summary>
    /// <param name="accountId">Account id.</param>
    /// <param name="arn">Resource name of the caller.</param>
    /// <param name="identityType">Type of the caller.</param>
    /// <param name="principalId">Id of the caller.</param>
    public BdrcIdentity(string accountId, string? arn, string? identityType, string? principalId)
    {
        AccountId = accountId;
        Arn = arn;
        IdentityType = identityType;
        PrincipalId = principalId;
    }

    /// <summary>Id of the account that owns the caller (<c>AccountId</c>).</summary>
    public string AccountId { get; }

    /// <summary>Resource name of the account, user or role session (<c>Arn</c>); null when STS returns none.</summary>
    public string? Arn { get; }

    /// <summary>Type of the caller, such as <c>RAMUser</c> (<c>IdentityType</c>); null when STS returns none.</summary>
    public string? IdentityType { get; }

    /// <summary>Id of the caller (<c>PrincipalId</c>); null when STS returns none.</summary>
    public string? PrincipalId { get; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(Arn ?? AccountId);
}
