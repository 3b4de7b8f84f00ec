namespace Bdrc;

/// <summary>What one measure of a policy did to one resource. Source: ListProtectionPolicyApplications.</summary>
public sealed class BdrcProtectionPolicyApplication : BdrcObject
{
    /// <summary>Identifier of the policy, <c>p-…</c>.</summary>
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>The task that applied it, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary><c>SUCCESS</c>, <c>FAILED</c> or <c>SKIPPED</c>.</summary>
    public string? ApplyStatus { get; set; }

    /// <summary>When it was applied; null when the service gives no time.</summary>
    public DateTimeOffset? ApplyTime { get; set; }

    /// <summary>Why it failed, as JSON text (<c>errorCode</c>, <c>errorMessage</c>); null or empty when there is nothing to say.</summary>
    public string? ApplyDetail { get; set; }

    /// <summary>Kind of measure.</summary>
    public string? SubProtectionPolicyType { get; set; }

    /// <summary>ARN of the resource.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier of the resource inside its product.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Type of the resource.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Short code of the product.</summary>
    public string? ProductType { get; set; }

    /// <summary>The account (UID) that owns the resource; 0 when the service gives none.</summary>
    public long ResourceOwnerId { get; set; }
}
