using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Rules;

/// <summary>The check results of all rules on all resources, the scores computed from them, and the disabled resources and products.</summary>
internal sealed class CheckResultStore
{
    private readonly ResourceInventory _inventory;
    private readonly RuleSet _rules;
    private readonly CheckStatus[] _results;
    private readonly uint[] _times;
    private readonly bool[] _disabled;
    private readonly bool[] _disabledProducts = new bool[ResourceKind.All.Count];
    private readonly Dictionary<int, string> _snapshotPolicies = [];
    private readonly DateTimeOffset[] _refreshed = new DateTimeOffset[ResourceKind.All.Count];

    public CheckResultStore(ResourceInventory inventory, RuleSet rules)
    {
        _inventory = inventory;
        _rules = rules;
        _results = new CheckStatus[inventory.Count * RuleSet.MaxPerKind];
        _times = new uint[_results.Length];
        _disabled = new bool[inventory.Count];
        var before = inventory.Created.AddHours(-1);
        for (var i = 0; i < _refreshed.Length; i++)
            _refreshed[i] = before;
        for (var i = 0; i < inventory.Count; i++)
        {
            foreach (var rule in rules.Of(inventory.KindNumber(i)))
                Record(i, rule, ExpectedCheckResult.AtStart(inventory, i, rule), before);
        }
    }

    /// <summary>Incremented when a result changes, or a resource is enabled or disabled.</summary>
    public long Version { get; private set; }

    public CheckStatus Result(int index, Rule rule) => _results[Offset(index, rule)];

    /// <summary>When a rule was last evaluated on a resource; null when it was not.</summary>
    public DateTimeOffset? Time(int index, Rule rule) =>
        _times[Offset(index, rule)] is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>When the scores of a kind were last recalculated.</summary>
    public DateTimeOffset Refreshed(int kindNumber) => _refreshed[kindNumber];

    /// <summary>When the scores of any kind were last recalculated.</summary>
    public DateTimeOffset LastRefreshed => _refreshed.Max();

    /// <summary>The snapshot policy that a protection policy attached to a server; null for none.</summary>
    public string? SnapshotPolicy(int index) => _snapshotPolicies.TryGetValue(index, out var policy) ? policy : null;

    public bool IsEnabled(int index) => !_disabled[index];

    public bool IsProductEnabled(ResourceKind kind) => !_disabledProducts[kind.Number];

    public void EnableProduct(ResourceKind kind, bool enable) => _disabledProducts[kind.Number] = !enable;

    public void Enable(int index, bool enable)
    {
        _disabled[index] = !enable;
        Version++;
    }

    /// <summary>The number of rules of a resource with a result; 0 for a disabled resource.</summary>
    public int Count(int index, CheckStatus result)
    {
        if (_disabled[index])
            return 0;

        var count = 0;
        var rules = _rules.Of(_inventory.KindNumber(index)).Count;
        for (var i = 0; i < rules; i++)
        {
            if (_results[(index * RuleSet.MaxPerKind) + i] == result)
                count++;
        }

        return count;
    }

    /// <summary>The percentage of evaluated rules that are fulfilled, 0 to 100; 0 when no rule was evaluated.</summary>
    public int Score(int index)
    {
        var passed = Count(index, CheckStatus.Passed);
        var evaluated = passed + Count(index, CheckStatus.Failed);
        return evaluated == 0 ? 0 : ((200 * passed) + evaluated) / (2 * evaluated);
    }

    /// <summary>When the score of a resource was last recalculated.</summary>
    public DateTimeOffset ScoreTime(int index)
    {
        var latest = _refreshed[_inventory.KindNumber(index)];
        foreach (var rule in _rules.Of(_inventory.KindNumber(index)))
        {
            if (Time(index, rule) is { } evaluated && evaluated > latest)
                latest = evaluated;
        }

        return latest;
    }

    /// <summary>Evaluates rules on a resource.</summary>
    public void Evaluate(int index, IEnumerable<Rule> rules, DateTimeOffset time)
    {
        foreach (var rule in rules)
            Record(index, rule, EvaluateRule(index, rule), time);
        Version++;
    }

    /// <summary>Recalculates the scores of a kind, and evaluates the rules that have no result yet.</summary>
    public void Refresh(int kindNumber, DateTimeOffset time)
    {
        _refreshed[kindNumber] = time;
        for (var i = 0; i < _inventory.Count; i++)
        {
            if (_inventory.KindNumber(i) != kindNumber || _disabled[i])
                continue;
            foreach (var rule in _rules.Of(kindNumber))
            {
                if (Result(i, rule) is CheckStatus.NotChecked or CheckStatus.CheckFailed)
                    Record(i, rule, EvaluateRule(i, rule), time);
            }
        }

        Version++;
    }

    /// <summary>Attaches a snapshot policy to a server. The results of its rules change when they are evaluated again.</summary>
    public void AttachSnapshotPolicy(int index, string autoSnapshotPolicyId) => _snapshotPolicies[index] = autoSnapshotPolicyId;

    private CheckStatus EvaluateRule(int index, Rule rule)
    {
        var fulfilled = ExpectedCheckResult.IsFulfilled(_inventory, index, rule)
            || (rule.Template is RuleSet.EcsBackup or RuleSet.EcsSnapshotPolicy && _snapshotPolicies.ContainsKey(index));
        return fulfilled ? CheckStatus.Passed : CheckStatus.Failed;
    }

    private void Record(int index, Rule rule, CheckStatus result, DateTimeOffset time)
    {
        _results[Offset(index, rule)] = result;
        _times[Offset(index, rule)] = result == CheckStatus.NotChecked ? 0 : (uint)time.ToUnixTimeSeconds();
    }

    private static int Offset(int index, Rule rule) => (index * RuleSet.MaxPerKind) + rule.Ordinal;
}
