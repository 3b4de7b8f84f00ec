namespace Bdrc.Core.Operations.CrossAccounts;

/// <summary>The filters of ListCrossAccounts; null omits a filter.</summary>
public sealed class CrossAccountQuery
{
    /// <summary>Account (UID) that owns the relationship.</summary>
    public long? OwnerId { get; set; }

    /// <summary><c>MANUAL</c> or <c>AUTO</c>.</summary>
    public string? ManagementMode { get; set; }

    /// <summary>Identifier of one target.</summary>
    public string? TargetId { get; set; }

    /// <summary><c>ACCOUNT</c>, <c>FOLDER</c> or <c>RESOURCE_DIRECTORY</c>.</summary>
    public string? TargetType { get; set; }

    /// <summary>Targets on a page, 1 to 100; null for 100.</summary>
    public int? PageSize { get; set; }

    internal ApiRequest ToRequest() => new ApiRequest(BdrcOperations.ListCrossAccounts)
        .Add("CrossAccountOwnerId", OwnerId)
        .AddId("ManagementMode", ManagementMode)
        .Add("MaxResults", PageSize ?? 100)
        .AddId("TargetId", TargetId)
        .AddId("TargetType", TargetType);
}

/// <summary>A target to add to management or to remove from it. Source: UpdateCrossAccounts.</summary>
/// <param name="TargetId">An account UID, a folder id or a resource directory id.</param>
/// <param name="TargetType"><c>ACCOUNT</c>, <c>FOLDER</c> or <c>RESOURCE_DIRECTORY</c>.</param>
public sealed record CrossAccountTarget(string TargetId, string TargetType);
