using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Rules;

/// <summary>The rules of the account, one from each template.</summary>
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

    /// <summary>The most rules that a kind of resources has.</summary>
    public const int MostPerKind = 3;

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
                ofKind.Add(new Rule(_all.Count + ofKind.Count, ofKind.Count, kind, template, "rule-" + SeededRandom.Tail(seed, RandomStream.RuleId, _all.Count + ofKind.Count)));
            _all.AddRange(ofKind);
        }
    }

    public IReadOnlyList<Rule> All => _all;

    public IReadOnlyList<Rule> Of(int kindNumber) => _ofKind[kindNumber];

    /// <summary>Finds a rule.</summary>
    /// <exception cref="PlatformException">There is none.</exception>
    public Rule Find(string ruleId) =>
        _all.Find(rule => rule.RuleId == ruleId) ?? throw new PlatformException(404, "RuleNotFound", $"The rule {ruleId} is not found.");

    /// <summary>The rule of an id or a template; null for none.</summary>
    public Rule? FindByIdOrTemplate(string text) => _all.Find(rule => rule.RuleId == text || rule.Template == text);
}
