using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Rules;

/// <summary>The rules of the account, one for each template.</summary>
internal sealed class RuleSet
{
    public const string EcsBackup = "ecs-backup";
    public const string EcsSnapshotPolicy = "ecs-auto-snapshot-policy";
    public const string EcsDeletionProtection = "ecs-deletion-protection";
    public const string OssBackup = "oss-backup";
    public const string OssVersioning = "oss-versioning";
    public const string OssZoneRedundancy = "oss-zone-redundancy";
    public const string NasBackup = "nas-backup";
    public const string NasRecycleBin = "nas-recycle-bin";
    public const string OtsBackup = "ots-backup";
    public const string OtsZoneRedundancy = "ots-zone-redundancy";

    /// <summary>The maximum number of rules of a kind.</summary>
    public const int MaxPerKind = 3;

    private static readonly (ResourceKind Kind, string[] Templates)[] Templates =
    [
        (ResourceKind.Ecs, [EcsBackup, EcsSnapshotPolicy, EcsDeletionProtection]),
        (ResourceKind.Oss, [OssBackup, OssVersioning, OssZoneRedundancy]),
        (ResourceKind.Nas, [NasBackup, NasRecycleBin]),
        (ResourceKind.Ots, [OtsBackup, OtsZoneRedundancy]),
    ];

    private readonly List<Rule> _all = [];
    private readonly List<Rule>[] _ofKind = new List<Rule>[ResourceKind.All.Count];

    public RuleSet(int seed)
    {
        foreach (var (kind, templates) in Templates)
        {
            var ofKind = _ofKind[kind.Number] = [];
            foreach (var template in templates)
            {
                var number = _all.Count + ofKind.Count;
                var id = "rule-" + SeededRandom.Tail(seed, RandomStream.RuleId, number);
                ofKind.Add(new Rule(number, ofKind.Count, kind, template, id));
            }

            _all.AddRange(ofKind);
        }
    }

    public IReadOnlyList<Rule> All => _all;

    public IReadOnlyList<Rule> Of(int kindNumber) => _ofKind[kindNumber];

    /// <summary>Finds a rule.</summary>
    /// <exception cref="PlatformException">The rule does not exist.</exception>
    public Rule Find(string ruleId) =>
        _all.Find(rule => rule.RuleId == ruleId) ?? throw new PlatformException(404, "RuleNotFound", $"The rule {ruleId} is not found.");

    /// <summary>The rule with an id or a template name; null for none.</summary>
    public Rule? FindByIdOrTemplate(string text) => _all.Find(rule => rule.RuleId == text || rule.Template == text);
}

/// <summary>A protection rule: a template that is applied to the resources of one kind.</summary>
/// <param name="Number">The position among all rules.</param>
/// <param name="Ordinal">The position among the rules of its kind.</param>
/// <param name="Kind">The kind of resources that it checks.</param>
/// <param name="Template">The name of the template.</param>
/// <param name="RuleId">The rule id.</param>
internal sealed record Rule(int Number, int Ordinal, ResourceKind Kind, string Template, string RuleId);
