namespace Bdrc;

/// <summary>A protection rule and its overall result. Source: DescribeRules.</summary>
public sealed class BdrcRule : BdrcObject
{
    /// <summary>Identifier, <c>rule-…</c>.</summary>
    public string RuleId { get; set; } = string.Empty;

    /// <summary>Template the rule was made from; it names what is checked, for example <c>ecs-backup</c>.</summary>
    public string? RuleTemplate { get; set; }

    /// <summary>Product the rule applies to.</summary>
    public string? ProductType { get; set; }

    /// <summary>Type of resource the rule applies to.</summary>
    public string? ResourceType { get; set; }

    /// <summary>NOT_CHECKED, CHECKING, PASSED, FAILED (violated) or CHECK_FAILED (could not be checked).</summary>
    public string? CheckStatus { get; set; }

    /// <summary>When the rule was last checked; null when it never was.</summary>
    public DateTimeOffset? CheckTime { get; set; }

    /// <summary>How many resources the rule was checked on.</summary>
    public long TotalResourceCount { get; set; }

    /// <summary>How many resources violate it.</summary>
    public long RiskyResourceCount { get; set; }

    /// <summary>On how many resources it could not be checked.</summary>
    public long CheckFailedResourceCount { get; set; }

    /// <inheritdoc/>
    public override string ToString() => RuleId;
}
