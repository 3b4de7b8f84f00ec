using System.Text.Json.Serialization;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The answers that are read.</summary>
[JsonSerializable(typeof(LimitAnswer<LimitTask>))]
[JsonSerializable(typeof(LimitAnswer<LimitPage<LimitTask>>))]
[JsonSerializable(typeof(LimitAnswer<LimitPage<LimitResource>>))]
internal sealed partial class LimitJsonContext : JsonSerializerContext;
