using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>What one rule found on all resources of a query.</summary>
internal sealed class RuleStat(Rule rule)
{
    private readonly long[] _results = new long[5];
    private DateTimeOffset? _latest;

    public Rule Rule => rule;

    public void Add(int index, CheckResultStore checks)
    {
        if (!checks.IsEnabled(index))
            return;

        _results[(int)checks.Result(index, rule)]++;
        if (checks.Time(index, rule) is { } time && !(time <= _latest))
            _latest = time;
    }

    public void Write(OperationCall call)
    {
        var json = call.Json;
        var evaluated = Of(CheckStatus.Passed) + Of(CheckStatus.Failed) + Of(CheckStatus.CheckFailed);
        json.WriteString("RuleId", rule.RuleId);
        json.WriteString("RuleTemplate", rule.Template);
        json.WriteString("ProductType", rule.Kind.Product);
        json.WriteString("ResourceType", rule.Kind.Type);
        json.WriteString("CheckStatus", Overall(call, evaluated).Text());
        call.WriteTime("CheckTime", _latest);
        json.WriteNumber("TotalResourceCount", evaluated);
        json.WriteNumber("RiskyResourceCount", Of(CheckStatus.Failed));
        json.WriteNumber("CheckFailedResourceCount", Of(CheckStatus.CheckFailed));
    }

    private CheckStatus Overall(OperationCall call, long evaluated)
    {
        var refresh = call.Account.Tasks.Running(TaskTypes.UpdateResources, string.Empty, call.Now);
        if (refresh is not null && refresh.Order.Subjects.Contains(rule.Kind.Type, StringComparer.Ordinal))
            return CheckStatus.Checking;
        if (evaluated == 0)
            return CheckStatus.NotChecked;
        if (Of(CheckStatus.Failed) > 0)
            return CheckStatus.Failed;
        return Of(CheckStatus.CheckFailed) > 0 ? CheckStatus.CheckFailed : CheckStatus.Passed;
    }

    private long Of(CheckStatus result) => _results[(int)result];
}
