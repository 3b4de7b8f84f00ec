namespace Bdrc;

/// <summary>An account, folder or resource directory under the delegated administrator's management. Source: ListCrossAccounts.</summary>
public sealed class BdrcCrossAccount : BdrcObject
{
    /// <summary>Identifier: an account UID, a folder id or a resource directory id.</summary>
    public string TargetId { get; set; } = string.Empty;

    /// <summary><c>ACCOUNT</c>, <c>FOLDER</c> or <c>RESOURCE_DIRECTORY</c>.</summary>
    public string? TargetType { get; set; }

    /// <summary><c>MANUAL</c> when it was added itself, <c>AUTO</c> when a parent of it was.</summary>
    public string? ManagementMode { get; set; }

    /// <summary>The parent that brought it in; null or empty unless <see cref="ManagementMode"/> is <c>AUTO</c>.</summary>
    public string? ParentTargetId { get; set; }

    /// <summary>When it came under management; null when the service gives no time.</summary>
    public DateTimeOffset? CreatedTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TargetId;
}
