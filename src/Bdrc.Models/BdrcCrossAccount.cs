using Bdrc.Text;

namespace Bdrc;

/// <summary>An account, folder or resource directory that a delegated administrator manages. Source: ListCrossAccounts.</summary>
public sealed class BdrcCrossAccount : BdrcObject
{
    /// <summary>Identifier: an account UID, a folder id or a resource directory id.</summary>
    public string TargetId { get; set; } = string.Empty;

    /// <summary><c>ACCOUNT</c>, <c>FOLDER</c> or <c>RESOURCE_DIRECTORY</c>.</summary>
    public string? TargetType { get; set; }

    /// <summary><c>MANUAL</c> when it was added directly, <c>AUTO</c> when a parent was added.</summary>
    public string? ManagementMode { get; set; }

    /// <summary>The parent that was added; null or empty unless <see cref="ManagementMode"/> is <c>AUTO</c>.</summary>
    public string? ParentTargetId { get; set; }

    /// <summary>Time when management started; null when the service returns none.</summary>
    public DateTime? CreatedTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(TargetId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(TargetId) && IsHarmless(TargetType) && IsHarmless(ManagementMode) && IsHarmless(ParentTargetId)
        && base.HasHarmlessText;
}
