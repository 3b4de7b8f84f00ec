using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Operations;

/// <summary>The score and the counts of one product.</summary>
internal sealed class ProductStatistics(ResourceKind kind)
{
    private static readonly (int From, int To)[] Bands = [(0, 59), (60, 79), (80, 99), (100, 100)];

    private readonly long[] _bands = new long[Bands.Length];
    private long _total;
    private long _disabled;
    private long _scoreSum;
    private long _risks;
    private long _riskyResources;
    private long _checkFailed;
    private long _checkFailedResources;
    private long _uncheckedResources;

    public ResourceKind Kind => kind;

    public void Add(int index, CheckResultStore checks)
    {
        _total++;
        if (!checks.IsEnabled(index))
        {
            _disabled++;
            return;
        }

        var score = checks.Score(index);
        _scoreSum += score;
        _bands[Array.FindIndex(Bands, band => score <= band.To)]++;
        var risks = checks.Count(index, CheckStatus.Failed);
        var failed = checks.Count(index, CheckStatus.CheckFailed);
        _risks += risks;
        _riskyResources += risks > 0 ? 1 : 0;
        _checkFailed += failed;
        _checkFailedResources += failed > 0 ? 1 : 0;
        _uncheckedResources += checks.Count(index, CheckStatus.NotChecked) > 0 ? 1 : 0;
    }

    /// <summary>Writes one product of DescribeProducts. A product whose check is disabled has no score.</summary>
    public void Write(OperationCall call)
    {
        var json = call.Json;
        var enabled = call.Account.Checks.IsProductEnabled(kind);
        var scored = _total - _disabled;
        json.WriteStartObject();
        json.WriteString("ProductType", kind.Product);
        json.WriteBoolean("EnableCheck", enabled);
        json.WriteNumber("ProtectionScore", enabled && scored > 0 ? ((2 * _scoreSum) + scored) / (2 * scored) : 0);
        call.WriteTime("ProtectionScoreUpdatedTime", call.Account.Checks.Refreshed(kind.Number));
        json.WriteNumber("TotalResourceCount", _total);
        json.WriteNumber("DisableCheckResourceCount", _disabled);
        json.WriteNumber("RiskyResourceCount", _riskyResources);
        json.WriteNumber("RiskCount", _risks);
        json.WriteNumber("CheckFailedResourceCount", _checkFailedResources);
        json.WriteNumber("CheckFailedCount", _checkFailed);
        json.WriteNumber("WaitForCheckResourceCount", _uncheckedResources);
        json.WriteStartArray("ProtectionScoreDistribution");
        for (var i = 0; i < Bands.Length; i++)
        {
            json.WriteStartObject();
            json.WriteStartObject("Range");
            json.WriteNumber("From", Bands[i].From);
            json.WriteNumber("To", Bands[i].To);
            json.WriteEndObject();
            json.WriteNumber("Count", _bands[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
