using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Operations;

/// <summary>OpenBdrcService, CloseBdrcService, GetBdrcService, DescribeRegions.</summary>
internal static class ServiceOperations
{
    [Operation("OpenBdrcService", WorksWithoutService = true)]
    public static void Open(OperationCall call) => call.Account.Service.Open(call.Now);

    [Operation("CloseBdrcService", WorksWithoutService = true)]
    public static void Close(OperationCall call) => call.Account.Service.Close();

    [Operation("GetBdrcService", WorksWithoutService = true)]
    public static void Get(OperationCall call)
    {
        var service = call.Account.Service;
        var isReady = service.IsInitialized(call.Now);
        call.Json.WriteString("ServiceStatus", service.IsOpen ? "OPENED" : "CLOSED");
        if (service.IsOpen)
            call.Json.WriteString("ServiceInitializeStatus", isReady ? "SUCCESS" : "INITIALIZING");
        call.WriteTime("OpenTime", service.OpenTime);
        call.WriteTime("ProtectionScoreUpdatedTime", isReady ? call.Account.Checks.LastRefreshed : null);
    }

    [Operation("DescribeRegions")]
    public static void ListRegions(OperationCall call)
    {
        call.Json.WriteStartArray("Regions");
        foreach (var region in CloudRegion.All)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("RegionId", region.RegionId);
            call.Json.WriteString("LocalName", region.LocalName);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
