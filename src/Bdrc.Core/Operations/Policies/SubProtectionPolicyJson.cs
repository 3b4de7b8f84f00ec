using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Operations.Policies;

/// <summary>Writes sub-protection policies in the format of the service: a JSON array whose <c>Config</c> is JSON text.</summary>
public static class SubProtectionPolicyJson
{
    /// <summary>The type that attaches an ECS automatic snapshot policy.</summary>
    public const string AutoSnapshotPolicy = "ECS_AUTO_SNAPSHOT_POLICY";

    /// <summary>Attaches an ECS automatic snapshot policy to every instance covered.</summary>
    /// <param name="autoSnapshotPolicyId">Its id, <c>sp-…</c>; it must be in the region of the protection policy.</param>
    public static BdrcSubProtectionPolicy ForAutoSnapshotPolicy(string autoSnapshotPolicyId)
    {
        IdentifierValue.Check("AutoSnapshotPolicyId", autoSnapshotPolicyId);
        var config = new Dictionary<string, object?>(StringComparer.Ordinal) { ["autoSnapshotPolicyId"] = autoSnapshotPolicyId };
        return new BdrcSubProtectionPolicy
        {
            SubProtectionPolicyType = AutoSnapshotPolicy,
            Config = JsonText.Write("AutoSnapshotPolicyId", config),
        };
    }

    /// <summary>Creates a sub-protection policy from the fields that the user specified.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="fields"><c>SubProtectionPolicyType</c>, and <c>Config</c> as JSON text or as fields.</param>
    /// <exception cref="BdrcException">The type is missing, a field is unknown, or <c>Config</c> is not JSON.</exception>
    public static BdrcSubProtectionPolicy FromFields(string name, IDictionary<string, object?> fields)
    {
        var policy = new BdrcSubProtectionPolicy();
        foreach (var field in fields)
        {
            if (string.Equals(field.Key, "SubProtectionPolicyType", StringComparison.OrdinalIgnoreCase))
                policy.SubProtectionPolicyType = field.Value as string ?? string.Empty;
            else if (string.Equals(field.Key, "Config", StringComparison.OrdinalIgnoreCase))
                policy.Config = field.Value is null or string ? (string?)field.Value : JsonText.Write(name, field.Value);
            else if (field.Value is not null && !IsComputed(field.Key))
                throw JsonText.Refuse(name, Strings.SubPolicyFieldUnknown.FormatInvariant(name, field.Key));
        }

        if (string.IsNullOrWhiteSpace(policy.SubProtectionPolicyType))
            throw JsonText.Refuse(name, Strings.SubPolicyTypeMissing.FormatInvariant(name));
        IdentifierValue.CheckText(name, policy.SubProtectionPolicyType);
        if (!string.IsNullOrEmpty(policy.Config))
            _ = JsonText.ParseInput(name + " Config", policy.Config!);
        return policy;
    }

    internal static string Write(IReadOnlyList<BdrcSubProtectionPolicy> policies)
    {
        var items = new List<object?>(policies.Count);
        foreach (var policy in policies)
        {
            var fields = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["SubProtectionPolicyType"] = policy.SubProtectionPolicyType,
            };
            if (!string.IsNullOrEmpty(policy.Config))
                fields["Config"] = policy.Config;
            items.Add(fields);
        }

        return JsonText.Write("SubProtectionPolicies", items);
    }

    // Members that the module adds to its output: a policy that was read is accepted as input.
    private static bool IsComputed(string field) =>
        string.Equals(field, "ConfigObject", StringComparison.OrdinalIgnoreCase)
        || string.Equals(field, nameof(BdrcObject.AdditionalProperties), StringComparison.OrdinalIgnoreCase);
}
