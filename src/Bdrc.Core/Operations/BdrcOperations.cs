namespace Bdrc.Core.Operations;

/// <summary>The operations of BDRC 2023-08-08, one description each.</summary>
public static class BdrcOperations
{
    /// <summary>API version, sent as <c>x-acs-version</c>.</summary>
    public const string Version = "2023-08-08";

    /// <summary>Looks one task up.</summary>
    public static Operation DescribeTask { get; } = Read("DescribeTask", "/api/v1/tasks/{TaskId}");

    /// <summary>Lists tasks.</summary>
    public static Operation DescribeTasks { get; } =
        Read("DescribeTasks", "/api/v1/tasks").Query("MaxResults", "NextToken", "TaskStatus", "TaskType");

    /// <summary>Starts a refresh of the inventory.</summary>
    public static Operation UpdateResources { get; } =
        new Operation("UpdateResources", "POST", "/api/v1/resources/update", Idempotency.None).Form("ResourceType");

    /// <summary>Reads the service switch.</summary>
    public static Operation GetBdrcService { get; } = Read("GetBdrcService", "/api/v1/service");

    /// <summary>Opens the service. Opening twice is refused, so a repeat after an unknown outcome would mislead.</summary>
    public static Operation OpenBdrcService { get; } =
        new("OpenBdrcService", "POST", "/api/v1/service/open", Idempotency.None);

    private static Operation Read(string name, string path) => new(name, "GET", path, Idempotency.Read);
}
