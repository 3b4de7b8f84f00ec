namespace Bdrc.Core.Operations.CrossAccounts;

/// <summary>What ListCrossAccounts is asked for; null leaves a filter out.</summary>
public sealed class CrossAccountQuery
{
    /// <summary>Account (UID) that owns the relationship.</summary>
    public long? OwnerId { get; set; }

    /// <summary><c>MANUAL</c> or <c>AUTO</c>.</summary>
    public string? ManagementMode { get; set; }

    /// <summary>One target.</summary>
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
