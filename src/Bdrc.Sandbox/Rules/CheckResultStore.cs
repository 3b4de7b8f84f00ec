using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Rules;

/// <summary>The results of all rules on all resources, what they make of the scores, and which resources are left out.</summary>
internal sealed class CheckResultStore
{
    private readonly ResourceInventory _inventory;
    private readonly RuleSet _rules;
    private readonly CheckStatus[] _results;
    private readonly uint[] _times;
    private readonly bool[] _disabled;
    private readonly Dictionary<int, string> _snapshotPolicies = [];
    private readonly DateTimeOffset[] _refreshed = new DateTimeOffset[ResourceKind.All.Count];

    public CheckResultStore(ResourceInventory inventory, RuleSet rules)
    {
        _inventory = inventory;
        _rules = rules;
        _results = new CheckStatus[inventory.Count * RuleSet.MostPerKind];
        _times = new uint[_results.Length];
        _disabled = new bool[inventory.Count];
        var before = inventory.Created.AddHours(-1);
        for (var i = 0; i < _refreshed.Length; i++)
            _refreshed[i] = before;
        for (var i = 0; i < inventory.Count; i++)
        {
            foreach (var rule in rules.Of(inventory.KindNumber(i)))
                Record(i, rule, ExpectedCheckResult.OnRecord(inventory, i, rule), before);
        }
    }

    /// <summary>Goes up whenever a result or a switch changes.</summary>
    public long Version { get; private set; }

    public CheckStatus Result(int index, Rule rule) => _results[Place(index, rule)];

    /// <summary>When a rule was last evaluated on a resource; null for never.</summary>
    public DateTimeOffset? Time(int index, Rule rule) => _times[Place(index, rule)] is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>When the scores of a kind were last recalculated.</summary>
    public DateTimeOffset Refreshed(int kindNumber) => _refreshed[kindNumber];

    /// <summary>When the scores were last recalculated at all.</summary>
    public DateTimeOffset LastRefreshed => _refreshed.Max();

    /// <summary>The snapshot policy that a protection policy attached to a server; null for none.</summary>
    public string? SnapshotPolicy(int index) => _snapshotPolicies.TryGetValue(index, out var policy) ? policy : null;

    public bool IsEnabled(int index) => !_disabled[index];

    public void Enable(int index, bool enable)
    {
        _disabled[index] = !enable;
        Version++;
    }

    /// <summary>How many rules of a resource have a result; 0 for a resource that is left out.</summary>
    public int Count(int index, CheckStatus result)
    {
        if (_disabled[index])
            return 0;

        var count = 0;
        var rules = _rules.Of(_inventory.KindNumber(index)).Count;
        for (var i = 0; i < rules; i++)
        {
            if (_results[(index * RuleSet.MostPerKind) + i] == result)
                count++;
        }

        return count;
    }

    /// <summary>Share of the evaluated rules that are fulfilled, 0 to 100; 0 when none was evaluated.</summary>
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
            if (Time(index, rule) is { } time && time > latest)
                latest = time;
        }

        return latest;
    }

    /// <summary>Evaluates rules on a resource: the result is what is true.</summary>
    public void Evaluate(int index, IEnumerable<Rule> rules, DateTimeOffset when)
    {
        foreach (var rule in rules)
            Record(index, rule, Truth(index, rule), when);
        Version++;
    }

    /// <summary>Recalculates a kind, and evaluates what was not or could not be evaluated.</summary>
    public void Refresh(int kindNumber, DateTimeOffset when)
    {
        _refreshed[kindNumber] = when;
        for (var i = 0; i < _inventory.Count; i++)
        {
            if (_inventory.KindNumber(i) != kindNumber || _disabled[i])
                continue;
            foreach (var rule in _rules.Of(kindNumber))
            {
                if (Result(i, rule) is CheckStatus.NotChecked or CheckStatus.CheckFailed)
                    Record(i, rule, Truth(i, rule), when);
            }
        }

        Version++;
    }

    /// <summary>Notes that a server has a snapshot policy from now on; its rules notice when they are evaluated.</summary>
    public void AttachSnapshotPolicy(int index, string autoSnapshotPolicyId) => _snapshotPolicies[index] = autoSnapshotPolicyId;

    private CheckStatus Truth(int index, Rule rule)
    {
        var fulfilled = ExpectedCheckResult.IsFulfilled(_inventory, index, rule)
            || (rule.Template is RuleSet.EcsBackup or RuleSet.EcsSnapshotPolicy && _snapshotPolicies.ContainsKey(index));
        return fulfilled ? CheckStatus.Passed : CheckStatus.Failed;
    }

    private void Record(int index, Rule rule, CheckStatus result, DateTimeOffset when)
    {
        _results[Place(index, rule)] = result;
        _times[Place(index, rule)] = result == CheckStatus.NotChecked ? 0 : (uint)when.ToUnixTimeSeconds();
    }

    private static int Place(int index, Rule rule) => (index * RuleSet.MostPerKind) + rule.Ordinal;
}
