using System.Text.Json;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Rules;

/// <summary>The Detail of a check result: what the check found, as JSON text.</summary>
internal static class CheckDetail
{
    public static string ToJson(CheckStatus result, Rule rule, Resource resource, int seed, string? snapshotPolicy)
    {
        if (result is CheckStatus.NotChecked or CheckStatus.Checking)
            return "{}";

        return SandboxJson.Object(json =>
        {
            if (result == CheckStatus.CheckFailed)
            {
                json.WriteString("errorCode", "Throttling.User");
                json.WriteString("errorMessage", "too many requests.");
                return;
            }

            var passed = result == CheckStatus.Passed;
            switch (rule.Template)
            {
                case RuleSet.EcsBackup:
                case RuleSet.EcsSnapshotPolicy:
                    json.WriteStrings("ecsAutoSnapshotPolicyIds", snapshotPolicy is null ? [] : [snapshotPolicy]);
                    WritePlans(json, passed && snapshotPolicy is null, rule, resource, seed);
                    break;
                case RuleSet.OssBackup:
                case RuleSet.NasBackup:
                case RuleSet.OtsBackup:
                    WritePlans(json, passed, rule, resource, seed);
                    break;
                case RuleSet.EcsDeletionProtection:
                    json.WriteBoolean("deletionProtection", passed);
                    break;
                case RuleSet.OssVersioning:
                    json.WriteString("versioningStatus", passed ? "Enabled" : "Suspended");
                    break;
                case RuleSet.NasRecycleBin:
                    json.WriteString("recycleBinStatus", passed ? "Enable" : "Disable");
                    break;
                default:
                    json.WriteString("dataRedundancyType", resource.DataRedundancyType);
                    break;
            }
        });
    }

    private static void WritePlans(Utf8JsonWriter json, bool hasPlan, Rule rule, Resource resource, int seed)
    {
        json.WriteStartArray("hbrBackupPlans");
        if (hasPlan)
        {
            json.WriteStartObject();
            json.WriteString("planId", "po-" + SeededRandom.Tail(seed, RandomStream.BackupPlanId, resource.Index));
            json.WriteString("sourceType", rule.Kind.Product switch { "ecs" => "UDM_ECS", "ots" => "OTS_TABLE", "oss" => "OSS", _ => "NAS" });
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
