using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>The check results of one rule on all resources of a query.</summary>
internal sealed class RuleStatistics(Rule rule)
{
    private readonly long[] _counts = new long[5];
    private DateTimeOffset? _latestTime;

    public Rule Rule => rule;

    public void Add(int index, CheckResultStore checks)
    {
        if (!checks.IsEnabled(index))
            return;

        _counts[(int)checks.Result(index, rule)]++;
        if (checks.Time(index, rule) is { } time && !(time <= _latestTime))
            _latestTime = time;
    }

    public void Write(OperationCall call)
    {
        var json = call.Json;
        var evaluated = Count(CheckStatus.Passed) + Count(CheckStatus.Failed) + Count(CheckStatus.CheckFailed);
        json.WriteString("RuleId", rule.RuleId);
        json.WriteString("RuleTemplate", rule.Template);
        json.WriteString("ProductType", rule.Kind.Product);
        json.WriteString("ResourceType", rule.Kind.Type);
        json.WriteString("CheckStatus", Overall(call, evaluated).ToApiText());
        call.WriteTime("CheckTime", _latestTime);
        json.WriteNumber("TotalResourceCount", evaluated);
        json.WriteNumber("RiskyResourceCount", Count(CheckStatus.Failed));
        json.WriteNumber("CheckFailedResourceCount", Count(CheckStatus.CheckFailed));
    }

    private CheckStatus Overall(OperationCall call, long evaluated)
    {
        var refresh = call.Account.Tasks.Running(TaskTypes.UpdateResources, string.Empty, call.Now);
        if (refresh is not null && refresh.Definition.Subjects.Contains(rule.Kind.Type, StringComparer.Ordinal))
            return CheckStatus.Checking;
        if (evaluated == 0)
            return CheckStatus.NotChecked;
        if (Count(CheckStatus.Failed) > 0)
            return CheckStatus.Failed;
        return Count(CheckStatus.CheckFailed) > 0 ? CheckStatus.CheckFailed : CheckStatus.Passed;
    }

    private long Count(CheckStatus result) => _counts[(int)result];
}
