namespace Bdrc.Core.Contexts;

/// <summary>What a user gave to say where calls go and as whom; null everywhere means: look further.</summary>
public sealed class ContextRequest
{
    /// <summary>Region id; null to look in the environment. An empty text is refused.</summary>
    public string? Region { get; set; }

    /// <summary>Region of the session that another profile is used in; null for none.</summary>
    internal string? SessionRegion { get; set; }

    /// <summary>Endpoint override; null to look in the environment. An empty text is refused.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Access key id; null, together with the secret, to look in the environment.</summary>
    public string? AccessKeyId { get; set; }

    /// <summary>Access key secret.</summary>
    public string? AccessKeySecret { get; set; }

    /// <summary>Security token of a temporary key; null for a long-lived one.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>How often a call is repeated at most, 0 to 10; null for 3.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>How long a call may take in all, waits and repeats included; null for 120 s.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Profile of the CLI's file or the shared ini; null for the chain. A missing or broken one is an error.</summary>
    public string? ProfileName { get; set; }

    /// <summary>RAM role to take on; null for none.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Name of the role session, 2 to 64 characters; null for one made of the time.</summary>
    public string? RoleSessionName { get; set; }

    /// <summary>External id the role demands; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Policy that narrows the session; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Length of a role session in seconds, at least 900; null for 3600.</summary>
    public int? DurationSeconds { get; set; }

    /// <summary>RAM OIDC provider that trusts the id token; null when none is exchanged.</summary>
    public string? OidcProviderArn { get; set; }

    /// <summary>File of the id token; null when a runner gives it.</summary>
    public string? OidcTokenFile { get; set; }

    /// <summary>Use the instance's RAM role: its name, or an empty text for the attached one; null for not.</summary>
    public string? EcsRamRole { get; set; }

    /// <summary>Address that serves credentials; null for none.</summary>
    public string? CredentialsUri { get; set; }

    /// <summary>Exchange the id token of the GitHub Actions job.</summary>
    public bool GitHubActions { get; set; }

    /// <summary>Exchange the id token of the Azure DevOps job.</summary>
    public bool AzurePipelines { get; set; }

    /// <summary>Service connection whose id token the Azure DevOps job asks for; null for the job's own.</summary>
    public string? ServiceConnectionId { get; set; }

    /// <summary>Whether it says itself who calls, other than by a profile or a role.</summary>
    internal bool NamesCaller => AccessKeyId is not null || AccessKeySecret is not null || EcsRamRole is not null
        || CredentialsUri is not null || OidcTokenFile is not null || GitHubActions || AzurePipelines;

    /// <summary>Call the host that is reached inside a VPC.</summary>
    public bool UseVpcEndpoint { get; set; }

    /// <summary>Proxy of all calls; null for the environment's or the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>User name and password of the proxy; null for none.</summary>
    public System.Net.NetworkCredential? ProxyCredential { get; set; }
}
