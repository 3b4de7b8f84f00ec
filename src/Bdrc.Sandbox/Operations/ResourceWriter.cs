using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Operations;

/// <summary>Writes a resource for DescribeResources and DescribeTopRiskyResources.</summary>
internal static class ResourceWriter
{
    public static void Write(OperationCall call, int index)
    {
        var json = call.Json;
        var checks = call.Account.Checks;
        var resource = call.Account.Inventory[index];
        var (standard, infrequent) = (resource.DataSize("STANDARD"), resource.DataSize("IA"));
        var (archive, cold) = (resource.DataSize("ARCHIVE"), resource.DataSize("COLD_ARCHIVE"));
        json.WriteString("ResourceArn", resource.Arn);
        json.WriteString("ResourceId", resource.Id);
        json.WriteString("ResourceName", resource.Name);
        json.WriteString("ResourceType", resource.Kind.Type);
        json.WriteString("ProductType", resource.Kind.Product);
        json.WriteNumber("ResourceOwnerId", resource.OwnerId);
        json.WriteString("RegionId", resource.RegionId);
        json.WriteString("ZoneId", resource.ZoneId);
        json.WriteString("VpcId", resource.VpcId);
        json.WriteString("VSwitchId", resource.VSwitchId);
        json.WriteString("Status", resource.Status);
        call.WriteTime("CreateTime", resource.CreateTime);
        json.WriteString("DataRedundancyType", resource.DataRedundancyType);
        json.WriteString("StorageClass", resource.StorageClass);
        json.WriteNumber("StandardDataSize", standard);
        json.WriteNumber("IaDataSize", infrequent);
        json.WriteNumber("ArchiveDataSize", archive);
        json.WriteNumber("ColdArchiveDataSize", cold);
        json.WriteNumber("TotalDataSize", standard + infrequent + archive + cold);
        json.WriteBoolean("EnableCheck", checks.IsEnabled(index));
        json.WriteNumber("ProtectionScore", checks.Score(index));
        call.WriteTime("ProtectionScoreUpdatedTime", checks.ScoreTime(index));
        json.WriteNumber("RiskCount", checks.Count(index, CheckStatus.Failed));
        json.WriteNumber("CheckFailedCount", checks.Count(index, CheckStatus.CheckFailed));
    }

    /// <summary>Writes <c>ResourceCount</c> with one entry for each kind that has resources.</summary>
    public static void WriteCounts(OperationCall call, IReadOnlyList<long> counts)
    {
        call.Json.WriteStartArray("ResourceCount");
        foreach (var kind in ResourceKind.All)
        {
            if (counts[kind.Number] == 0)
                continue;
            call.Json.WriteStartObject();
            call.Json.WriteString("ResourceType", kind.Type);
            call.Json.WriteNumber("Count", counts[kind.Number]);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
