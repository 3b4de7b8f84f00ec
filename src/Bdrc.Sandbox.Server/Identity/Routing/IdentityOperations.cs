using Bdrc.Sandbox.Faults;

namespace Bdrc.Sandbox.Server.Identity.Routing;

/// <summary>The operations of the identity services, by the names that <see cref="FaultPlan.Add"/> accepts.</summary>
public static class IdentityOperations
{
    /// <summary>STS: assumes a role with a signed request.</summary>
    public const string AssumeRole = "AssumeRole";

    /// <summary>STS: assumes a role with an id token.</summary>
    public const string AssumeRoleWithOidc = "AssumeRoleWithOIDC";

    /// <summary>STS: returns the identity of the caller.</summary>
    public const string GetCallerIdentity = "GetCallerIdentity";

    /// <summary>STS: any other action.</summary>
    public const string Sts = "Sts";

    /// <summary>Instance metadata: issues a session token.</summary>
    public const string MetadataToken = "MetadataToken";

    /// <summary>Instance metadata: returns the role name, the region or another value.</summary>
    public const string Metadata = "Metadata";

    /// <summary>Instance metadata: returns the keys of the role.</summary>
    public const string MetadataCredentials = "MetadataCredentials";

    /// <summary>The credentials URI: returns keys.</summary>
    public const string CredentialsUri = "CredentialsUri";

    /// <summary>Issues the id token of a GitHub Actions job.</summary>
    public const string GitHubIdToken = "GitHubIdToken";

    /// <summary>Issues the id token of an Azure DevOps job.</summary>
    public const string AzureIdToken = "AzureIdToken";

    /// <summary>CloudSSO: exchanges an access token for keys.</summary>
    public const string CloudSso = "CloudSso";

    /// <summary>OAuth: exchanges an access token for keys.</summary>
    public const string OAuthExchange = "OAuthExchange";

    /// <summary>OAuth: exchanges a refresh token for a new access token.</summary>
    public const string OAuthToken = "OAuthToken";

    /// <summary>Any other path under <see cref="IdentityPaths.Prefix"/>.</summary>
    public const string Unknown = "UnknownIdentityService";
}
