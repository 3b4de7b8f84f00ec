using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Rules;

/// <summary>The findings behind a check result, as JSON text.</summary>
internal static class CheckFindings
{
    public static string Text(CheckStatus result, Rule rule, Resource resource, int seed, string? snapshotPolicy)
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

    private static void WritePlans(System.Text.Json.Utf8JsonWriter json, bool any, Rule rule, Resource resource, int seed)
    {
        json.WriteStartArray("hbrBackupPlans");
        if (any)
        {
            json.WriteStartObject();
            json.WriteString("planId", "po-" + SeededRandom.Tail(seed, RandomStream.BackupPlanId, resource.Index));
            json.WriteString("sourceType", rule.Kind == ResourceKind.Ecs ? "UDM_ECS" : rule.Kind == ResourceKind.Ots ? "OTS_TABLE" : rule.Kind.Product == "oss" ? "OSS" : "NAS");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
