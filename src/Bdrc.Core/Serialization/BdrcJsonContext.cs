using System.Text.Json.Serialization;

namespace Bdrc.Core.Serialization;

/// <summary>The answers that are read; one line for each kind.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Envelope<BdrcTask>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcTask>>))]
[JsonSerializable(typeof(Envelope<BdrcTaskHandle>))]
[JsonSerializable(typeof(Envelope<BdrcService>))]
[JsonSerializable(typeof(Envelope<object>))]
[JsonSerializable(typeof(object))]
internal sealed partial class BdrcJsonContext : JsonSerializerContext;
