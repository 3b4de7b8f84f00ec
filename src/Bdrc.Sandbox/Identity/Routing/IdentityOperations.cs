using Bdrc.Sandbox.Faults;

namespace Bdrc.Sandbox.Identity.Routing;

/// <summary>What the identity services can be asked for, by the names that <see cref="FaultPlan.Add"/> takes.</summary>
public static class IdentityOperations
{
    /// <summary>STS: takes a role on with a signed request.</summary>
    public const string AssumeRole = "AssumeRole";

    /// <summary>STS: takes a role on with an id token.</summary>
    public const string AssumeRoleWithOidc = "AssumeRoleWithOIDC";

    /// <summary>STS: says who calls.</summary>
    public const string GetCallerIdentity = "GetCallerIdentity";

    /// <summary>STS: any other action.</summary>
    public const string Sts = "Sts";

    /// <summary>Instance metadata: a session token.</summary>
    public const string MetadataToken = "MetadataToken";

    /// <summary>Instance metadata: the name of the role, and all that is not named elsewhere.</summary>
    public const string Metadata = "Metadata";

    /// <summary>Instance metadata: the keys of the role.</summary>
    public const string MetadataCredentials = "MetadataCredentials";

    /// <summary>The credentials URI.</summary>
    public const string CredentialsUri = "CredentialsUri";

    /// <summary>The id token of a GitHub Actions job.</summary>
    public const string GitHubIdToken = "GitHubIdToken";

    /// <summary>The id token of an Azure DevOps job.</summary>
    public const string AzureIdToken = "AzureIdToken";

    /// <summary>CloudSSO: keys for a login.</summary>
    public const string CloudSso = "CloudSso";

    /// <summary>OAuth: keys for a login.</summary>
    public const string OAuthExchange = "OAuthExchange";

    /// <summary>OAuth: renewal of a login.</summary>
    public const string OAuthToken = "OAuthToken";

    /// <summary>A path under <see cref="IdentityPaths.Prefix"/> that is none of these.</summary>
    public const string Unknown = "UnknownIdentityService";
}
