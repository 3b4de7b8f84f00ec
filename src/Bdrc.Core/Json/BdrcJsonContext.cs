using System.Text.Json.Serialization;

namespace Bdrc.Core.Json;

/// <summary>The response types, for the source generator of System.Text.Json.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Envelope<BdrcMessage>))]
[JsonSerializable(typeof(Envelope<BdrcProtectionPolicy>))]
[JsonSerializable(typeof(Envelope<BdrcResourceCategory>))]
[JsonSerializable(typeof(Envelope<BdrcService>))]
[JsonSerializable(typeof(Envelope<BdrcTask>))]
[JsonSerializable(typeof(Envelope<BdrcTaskHandle>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcCheckDetail>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcCrossAccount>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcDataRedundancyStatistic>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcMessage>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcProduct>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcProtectionPolicy>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcProtectionPolicyApplication>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcResource>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcResourceCategory>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcRule>>))]
[JsonSerializable(typeof(Envelope<PageData<BdrcTask>>))]
[JsonSerializable(typeof(Envelope<RegionData>))]
[JsonSerializable(typeof(Envelope<object>))]
[JsonSerializable(typeof(IDictionary<string, object>))]
[JsonSerializable(typeof(object))]
internal sealed partial class BdrcJsonContext : JsonSerializerContext;
