using System.Text.Json;

namespace Bdrc.Sandbox.Policies;

/// <summary>A protection policy: sub-policies for the resources of its categories.</summary>
internal sealed class ProtectionPolicy
{
    /// <summary>The position in the order of creation.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    public required string RegionId { get; init; }

    public required string Name { get; set; }

    public required IReadOnlyList<string> CategoryIds { get; set; }

    public required IReadOnlyList<SubProtectionPolicy> SubPolicies { get; set; }

    /// <summary>The latest application; null when the policy was never applied.</summary>
    public PolicyApplication? LatestApplication { get; set; }
}

/// <summary>A sub-policy of a protection policy.</summary>
/// <param name="Type">The SubProtectionPolicyType.</param>
/// <param name="Config">The settings as JSON text; empty for none.</param>
internal sealed record SubProtectionPolicy(string Type, string Config)
{
    public const string EcsAutoSnapshotPolicy = "ECS_AUTO_SNAPSHOT_POLICY";

    /// <summary>The snapshot policy that is attached to servers; null for none.</summary>
    public string? AutoSnapshotPolicyId { get; private init; }

    /// <summary>Reads the list of a request, which was checked against the contract.</summary>
    /// <exception cref="FormatException">The settings of a sub-policy are not valid; the message explains why.</exception>
    public static List<SubProtectionPolicy> ReadList(string text)
    {
        var subPolicies = new List<SubProtectionPolicy>();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var type = Text(item, "SubProtectionPolicyType");
            var config = Text(item, nameof(Config));
            if (type.Length == 0)
                throw new FormatException("a sub-policy must have a SubProtectionPolicyType.");

            subPolicies.Add(new SubProtectionPolicy(type, config)
            {
                AutoSnapshotPolicyId = type == EcsAutoSnapshotPolicy ? ReadSnapshotPolicyId(config) : null,
            });
        }

        return subPolicies.Count > 0 ? subPolicies : throw new FormatException("it holds no sub-policy.");
    }

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;

    private static string ReadSnapshotPolicyId(string config)
    {
        try
        {
            using var document = JsonDocument.Parse(config);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("autoSnapshotPolicyId", out var id)
                && id.ValueKind == JsonValueKind.String)
            {
                return id.GetString()!;
            }
        }
        catch (JsonException)
        {
            // Refused below, as any other text without an id.
        }

        throw new FormatException("the Config of ECS_AUTO_SNAPSHOT_POLICY must be a JSON object with autoSnapshotPolicyId.");
    }
}
