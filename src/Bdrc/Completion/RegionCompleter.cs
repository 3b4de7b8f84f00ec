namespace Bdrc.Completion;

/// <summary>The regions that BDRC documents an endpoint for.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["cn-shanghai", "ap-southeast-1", "cn-shanghai-finance-1"];
}
