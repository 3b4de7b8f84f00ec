namespace Bdrc.Benchmarks.Limit;

/// <summary>One page of a list.</summary>
public sealed class LimitPage<T>
{
    public IReadOnlyList<T> Content { get; set; } = [];

    public string? NextToken { get; set; }
}
