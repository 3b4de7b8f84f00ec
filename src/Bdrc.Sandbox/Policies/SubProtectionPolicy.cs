using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Policies;

/// <summary>One measure of a protection policy.</summary>
/// <param name="Type">As in SubProtectionPolicyType.</param>
/// <param name="Config">Its settings as JSON text; empty for none.</param>
internal sealed record SubProtectionPolicy(string Type, string Config)
{
    public const string EcsAutoSnapshotPolicy = "ECS_AUTO_SNAPSHOT_POLICY";

    /// <summary>The snapshot policy it attaches to servers; null when it attaches none.</summary>
    public string? AutoSnapshotPolicyId { get; private init; }

    /// <summary>Reads the list as it is sent; the contract has been checked.</summary>
    /// <exception cref="FormatException">The settings of a measure are wrong; the message says why.</exception>
    public static List<SubProtectionPolicy> ReadList(string text)
    {
        var measures = new List<SubProtectionPolicy>();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var type = item.TryGetProperty("SubProtectionPolicyType", out var kind) ? kind.GetString() ?? string.Empty : string.Empty;
            var config = item.TryGetProperty(nameof(Config), out var settings) ? settings.GetString() ?? string.Empty : string.Empty;
            if (type.Length == 0)
                throw new FormatException("a sub-policy must have a SubProtectionPolicyType.");

            measures.Add(new SubProtectionPolicy(type, config) { AutoSnapshotPolicyId = type == EcsAutoSnapshotPolicy ? SnapshotPolicyIn(config) : null });
        }

        return measures.Count > 0 ? measures : throw new FormatException("it holds no sub-policy.");
    }

    private static string SnapshotPolicyIn(string config)
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
