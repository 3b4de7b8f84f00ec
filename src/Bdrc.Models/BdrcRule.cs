using Bdrc.Text;

namespace Bdrc;

/// <summary>A detection rule with its overall result. Source: DescribeRules.</summary>
public sealed class BdrcRule : BdrcObject
{
    /// <summary>Identifier, <c>rule-…</c>.</summary>
    public string RuleId { get; set; } = string.Empty;

    /// <summary>Template of the rule, which identifies the check, for example <c>ecs-backup</c>.</summary>
    public string? RuleTemplate { get; set; }

    /// <summary>Product of the resources that the rule checks.</summary>
    public string? ProductType { get; set; }

    /// <summary>Type of the resources that the rule checks.</summary>
    public string? ResourceType { get; set; }

    /// <summary>NOT_CHECKED, CHECKING, PASSED, FAILED (the rule is violated) or CHECK_FAILED (the check did not complete).</summary>
    public string? CheckStatus { get; set; }

    /// <summary>Time of the last check; null when the rule was never checked.</summary>
    public DateTime? CheckTime { get; set; }

    /// <summary>The number of checked resources.</summary>
    public long TotalResourceCount { get; set; }

    /// <summary>The number of resources that violate the rule.</summary>
    public long RiskyResourceCount { get; set; }

    /// <summary>The number of resources on which the check did not complete.</summary>
    public long CheckFailedResourceCount { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(RuleId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(RuleId) && IsHarmless(RuleTemplate) && IsHarmless(ProductType) && IsHarmless(ResourceType)
        && IsHarmless(CheckStatus) && base.HasHarmlessText;
}
