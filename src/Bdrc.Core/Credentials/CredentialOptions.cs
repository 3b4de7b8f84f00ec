namespace Bdrc.Core.Credentials;

/// <summary>Explicit settings that select the credentials. Null means: resolve from the next source.</summary>
public class CredentialOptions
{
    /// <summary>Access key id. It is used together with the secret; null for the next source.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>Access key secret.</summary>
    public string? AccessKeySecret { get; set; }

    /// <summary>Security token of a temporary key; null for a long-lived one.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>Profile of the CLI's file or the shared ini; null for the default chain. A missing or broken one is an error.</summary>
    public string? ProfileName { get; set; }

    /// <summary>RAM role to assume; null for none.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Name of the role session, 2 to 64 characters; null for one made from the time.</summary>
    public string? RoleSessionName { get; set; }

    /// <summary>External id that the role requires; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Policy that restricts the session further; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Duration of a role session in seconds, at least 900; null for 3600.</summary>
    public int? DurationSeconds { get; set; }

    /// <summary>RAM OIDC provider that trusts the id token; null when no token is exchanged.</summary>
    public string? OidcProviderArn { get; set; }

    /// <summary>File with the id token; null when a CI runner supplies it.</summary>
    public string? OidcTokenFile { get; set; }

    /// <summary>RAM role of the instance: its name, or an empty text for the attached one; null when it is not used.</summary>
    public string? EcsRamRole { get; set; }

    /// <summary>URI that returns credentials; null for none.</summary>
    public string? CredentialsUri { get; set; }

    /// <summary>Whether to exchange the id token of the GitHub Actions job.</summary>
    public bool GitHubActions { get; set; }

    /// <summary>Whether to exchange the id token of the Azure DevOps job.</summary>
    public bool AzurePipelines { get; set; }

    /// <summary>Service connection whose id token the Azure DevOps job requests; null for the job's own.</summary>
    public string? ServiceConnectionId { get; set; }

    /// <summary>Whether the options select credentials by something other than a profile or a role.</summary>
    internal bool SelectCredentials => AccessKeyId is not null || AccessKeySecret is not null || EcsRamRole is not null
        || CredentialsUri is not null || OidcTokenFile is not null || GitHubActions || AzurePipelines;
}
