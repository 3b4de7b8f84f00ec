using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Operations.Policies;

/// <summary>The measures of a policy in the service's form: a JSON array whose <c>Config</c> is JSON inside text.</summary>
public static class SubProtectionPolicyJson
{
    /// <summary>The kind of measure that attaches an ECS automatic snapshot policy.</summary>
    public const string AutoSnapshotPolicy = "ECS_AUTO_SNAPSHOT_POLICY";

    /// <summary>Attaches an ECS automatic snapshot policy to every instance covered.</summary>
    /// <param name="autoSnapshotPolicyId">Its id, <c>sp-…</c>; it must be in the region of the protection policy.</param>
    public static BdrcSubProtectionPolicy ForAutoSnapshotPolicy(string autoSnapshotPolicyId)
    {
        IdentifierValue.Check("AutoSnapshotPolicyId", autoSnapshotPolicyId);
        var config = new Dictionary<string, object?>(StringComparer.Ordinal) { ["autoSnapshotPolicyId"] = autoSnapshotPolicyId };
        return new BdrcSubProtectionPolicy { SubProtectionPolicyType = AutoSnapshotPolicy, Config = JsonText.Write("AutoSnapshotPolicyId", config) };
    }

    /// <summary>Makes a measure out of fields that a user gave.</summary>
    /// <param name="name">How the user calls the parameter, for the message.</param>
    /// <param name="fields"><c>SubProtectionPolicyType</c>, and <c>Config</c> as JSON text or as fields.</param>
    /// <exception cref="BdrcException">The kind is missing, a field is unknown, or the settings are not JSON.</exception>
    public static BdrcSubProtectionPolicy FromFields(string name, IDictionary<string, object?> fields)
    {
        var measure = new BdrcSubProtectionPolicy();
        foreach (var field in fields)
        {
            if (string.Equals(field.Key, "SubProtectionPolicyType", StringComparison.OrdinalIgnoreCase))
                measure.SubProtectionPolicyType = field.Value as string ?? string.Empty;
            else if (string.Equals(field.Key, "Config", StringComparison.OrdinalIgnoreCase))
                measure.Config = field.Value is null or string ? (string?)field.Value : JsonText.Write(name, field.Value);
            else if (field.Value is not null && !IsComputed(field.Key))
                throw JsonText.Refuse(name, Strings.MeasureFieldUnknown.FormatInvariant(name, field.Key));
        }

        if (string.IsNullOrWhiteSpace(measure.SubProtectionPolicyType))
            throw JsonText.Refuse(name, Strings.MeasureTypeMissing.FormatInvariant(name));
        IdentifierValue.CheckText(name, measure.SubProtectionPolicyType);
        if (!string.IsNullOrEmpty(measure.Config))
            _ = JsonText.ParseGiven(name + " Config", measure.Config!);
        return measure;
    }

    internal static string Write(IReadOnlyList<BdrcSubProtectionPolicy> measures)
    {
        var items = new List<object?>(measures.Count);
        foreach (var measure in measures)
        {
            var fields = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["SubProtectionPolicyType"] = measure.SubProtectionPolicyType,
            };
            if (!string.IsNullOrEmpty(measure.Config))
                fields["Config"] = measure.Config;
            items.Add(fields);
        }

        return JsonText.Write("SubProtectionPolicies", items);
    }

    // What the module itself adds to a measure that it emits; a measure that was read can be given back.
    private static bool IsComputed(string field) =>
        string.Equals(field, "ConfigObject", StringComparison.OrdinalIgnoreCase)
        || string.Equals(field, nameof(BdrcObject.AdditionalProperties), StringComparison.OrdinalIgnoreCase);
}
