namespace Bdrc.Benchmarks.Limit;

/// <summary>The outer form of an answer.</summary>
public sealed class LimitAnswer<T>
{
    public T? Data { get; set; }

    public string? RequestId { get; set; }
}
