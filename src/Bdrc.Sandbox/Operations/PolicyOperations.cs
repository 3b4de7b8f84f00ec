using System.Text.Json;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Policies;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Operations;

/// <summary>CreateProtectionPolicy, UpdateProtectionPolicy, DeleteProtectionPolicy; what they read is in <see cref="PolicyQueries"/>.</summary>
internal static class PolicyOperations
{
    public static void Create(OperationCall call)
    {
        var id = call.Account.ClientTokens.Once(call.Values, () =>
        {
            var region = call.Values["ProtectionPolicyRegionId"]!;
            if (CloudRegion.NumberOf(region) < 0)
                throw new PlatformException(400, "BadRequest.InvalidRegionId", $"The region {region} is not valid.");
            var policy = call.Account.Policies.Add(
                call.Values["ProtectionPolicyName"]!, region, Categories(call) ?? [], Measures(call)!);
            PolicyApplication.Begin(call, policy);
            return policy.Id;
        });
        call.Json.WriteString("ProtectionPolicyId", id);
    }

    /// <summary>A list that is sent replaces the one before.</summary>
    public static void Update(OperationCall call)
    {
        var policy = call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!);
        call.Account.ClientTokens.Once(call.Values, () =>
        {
            // Everything is checked before anything is changed.
            var categories = Categories(call);
            var measures = Measures(call);
            var name = call.Values["ProtectionPolicyName"] ?? policy.Name;
            call.Account.Policies.DemandFreeName(name, policy);
            policy.Name = name;
            policy.CategoryIds = categories ?? policy.CategoryIds;
            if (measures is not null)
                Replace(call, policy, measures);
            if (categories is not null || measures is not null)
                PolicyApplication.Begin(call, policy);
            return policy.Id;
        });
    }

    public static void Delete(OperationCall call) =>
        call.Account.Policies.Delete(call.Account.Policies.Find(call.Values["ProtectionPolicyId"]!));

    private static void Replace(OperationCall call, ProtectionPolicy policy, List<SubProtectionPolicy> measures)
    {
        foreach (var measure in measures)
        {
            if (!policy.Measures.Contains(measure))
                call.Account.Messages.MeasureModified(policy, measure, call.Now);
        }

        policy.Measures = measures;
    }

    private static List<string>? Categories(OperationCall call)
    {
        if (call.Values["BoundResourceCategoryIds"] is not { } text)
            return null;

        var ids = new List<string>();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var id = call.Account.Categories.Find(item.GetString()!).Id;
            if (!ids.Contains(id))
                ids.Add(id);
        }

        return ids;
    }

    private static List<SubProtectionPolicy>? Measures(OperationCall call)
    {
        if (call.Values["SubProtectionPolicies"] is not { } text)
            return null;

        List<SubProtectionPolicy> measures;
        try
        {
            measures = SubProtectionPolicy.ReadList(text);
        }
        catch (FormatException fault)
        {
            throw call.Values.Invalid("SubProtectionPolicies", fault.Message);
        }

        foreach (var measure in measures)
        {
            if (measure.AutoSnapshotPolicyId is { } id)
                call.Account.SnapshotPolicies.Demand(id);
        }

        return measures;
    }
}
