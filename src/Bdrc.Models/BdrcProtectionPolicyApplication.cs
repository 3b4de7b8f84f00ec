namespace Bdrc;

/// <summary>The result of applying one sub-policy to one resource. Source: ListProtectionPolicyApplications.</summary>
public sealed class BdrcProtectionPolicyApplication : BdrcObject
{
    /// <summary>Identifier of the policy, <c>p-…</c>.</summary>
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>The task that applied it, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary><c>SUCCESS</c>, <c>FAILED</c> or <c>SKIPPED</c>.</summary>
    public string? ApplyStatus { get; set; }

    /// <summary>Time of the application; null when the service returns none.</summary>
    public DateTime? ApplyTime { get; set; }

    /// <summary>Reason of a failure as JSON text (<c>errorCode</c>, <c>errorMessage</c>); null or empty when there is none.</summary>
    public string? ApplyDetail { get; set; }

    /// <summary>Type of the sub-policy.</summary>
    public string? SubProtectionPolicyType { get; set; }

    /// <summary>ARN of the resource.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier of the resource in its product.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Type of the resource.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Short code of the product.</summary>
    public string? ProductType { get; set; }

    /// <summary>UID of the account that owns the resource; 0 when the service returns none.</summary>
    public long ResourceOwnerId { get; set; }

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ProtectionPolicyId) && IsHarmless(TaskId) && IsHarmless(ApplyStatus) && IsHarmless(ApplyDetail)
        && IsHarmless(SubProtectionPolicyType) && IsHarmless(ResourceArn) && IsHarmless(ResourceId) && IsHarmless(ResourceType)
        && IsHarmless(ProductType) && base.HasHarmlessText;
}
