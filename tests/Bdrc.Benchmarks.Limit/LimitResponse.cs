using System.Text.Json.Serialization;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The envelope of a response.</summary>
public sealed class LimitResponse<T>
{
    public T? Data { get; set; }

    public string? RequestId { get; set; }
}

/// <summary>One page of a list.</summary>
public sealed class LimitPage<T>
{
    public IReadOnlyList<T> Content { get; set; } = [];

    public string? NextToken { get; set; }
}

/// <summary>The responses that are deserialized.</summary>
[JsonSerializable(typeof(LimitResponse<LimitTask>))]
[JsonSerializable(typeof(LimitResponse<LimitPage<LimitTask>>))]
[JsonSerializable(typeof(LimitResponse<LimitPage<LimitResource>>))]
internal sealed partial class LimitJsonContext : JsonSerializerContext;
