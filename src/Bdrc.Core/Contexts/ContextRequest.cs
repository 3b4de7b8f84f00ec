namespace Bdrc.Core.Contexts;

/// <summary>What a user gave to say where calls go and as whom; null everywhere means: look further.</summary>
public sealed class ContextRequest
{
    /// <summary>Region id; null to look in the environment. An empty text is refused.</summary>
    public string? Region { get; set; }

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
}
