namespace Bdrc;

/// <summary>The result of one rule on one resource. Source: DescribeCheckDetails.</summary>
public sealed class BdrcCheckDetail : BdrcObject
{
    /// <summary>ARN of the resource.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier of the rule, <c>rule-…</c>.</summary>
    public string RuleId { get; set; } = string.Empty;

    /// <summary>Template the rule was made from, for example <c>ecs-backup</c>.</summary>
    public string? RuleTemplate { get; set; }

    /// <summary>NOT_CHECKED, CHECKING, PASSED, FAILED (violated) or CHECK_FAILED (could not be checked).</summary>
    public string? CheckStatus { get; set; }

    /// <summary>When it was checked; null when it never was.</summary>
    public DateTimeOffset? CheckTime { get; set; }

    /// <summary>What the check found, as JSON text whose fields depend on the rule; null or empty when there is nothing to say.</summary>
    public string? Detail { get; set; }

    /// <summary>Short code of the product.</summary>
    public string? ProductType { get; set; }

    /// <summary>Type of the resource.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Identifier of the resource inside its product.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Name of the resource.</summary>
    public string? ResourceName { get; set; }

    /// <summary>The account (UID) that owns the resource; 0 when the service gives none.</summary>
    public long ResourceOwnerId { get; set; }
}
