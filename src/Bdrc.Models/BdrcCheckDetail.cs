namespace Bdrc;

/// <summary>The result of one rule on one resource. Source: DescribeCheckDetails.</summary>
public sealed class BdrcCheckDetail : BdrcObject
{
    /// <summary>ARN of the resource.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier of the rule, <c>rule-…</c>.</summary>
    public string RuleId { get; set; } = string.Empty;

    /// <summary>Template of the rule, for example <c>ecs-backup</c>.</summary>
    public string? RuleTemplate { get; set; }

    /// <summary>NOT_CHECKED, CHECKING, PASSED, FAILED (the rule is violated) or CHECK_FAILED (the check did not complete).</summary>
    public string? CheckStatus { get; set; }

    /// <summary>Time of the check; null when the rule was never checked on the resource.</summary>
    public DateTime? CheckTime { get; set; }

    /// <summary>Details of the result as JSON text; its fields depend on the rule. Null or empty when there are none.</summary>
    public string? Detail { get; set; }

    /// <summary>Short code of the product.</summary>
    public string? ProductType { get; set; }

    /// <summary>Type of the resource.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Identifier of the resource in its product.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Name of the resource.</summary>
    public string? ResourceName { get; set; }

    /// <summary>UID of the account that owns the resource; 0 when the service returns none.</summary>
    public long ResourceOwnerId { get; set; }

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ResourceArn) && IsHarmless(RuleId) && IsHarmless(RuleTemplate) && IsHarmless(CheckStatus)
        && IsHarmless(Detail) && IsHarmless(ProductType) && IsHarmless(ResourceType) && IsHarmless(ResourceId)
        && IsHarmless(ResourceName) && base.HasHarmlessText;
}
