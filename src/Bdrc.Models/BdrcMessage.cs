using Bdrc.Text;

namespace Bdrc;

/// <summary>A message about an event. Source: ListMessages and GetMessage.</summary>
public sealed class BdrcMessage : BdrcObject
{
    /// <summary>Identifier: <c>m-…</c> or a GUID of 36 characters.</summary>
    public string MessageId { get; set; } = string.Empty;

    /// <summary>Title.</summary>
    public string? MessageName { get; set; }

    /// <summary>Type of event, an open set. Documented: <c>SUB_PROTECTION_POLICY_MODIFIED</c>.</summary>
    public string? MessageType { get; set; }

    /// <summary>Severity, an open set. Documented: <c>WARNING</c>.</summary>
    public string? MessageLevel { get; set; }

    /// <summary>Time of the message; null when the service returns none.</summary>
    public DateTime? MessageTime { get; set; }

    /// <summary>Type of the object that the message is about, for example <c>PROTECTION_POLICY</c>.</summary>
    public string? MessageSourceType { get; set; }

    /// <summary>Identifier of that object.</summary>
    public string? MessageSourceId { get; set; }

    /// <summary>Region of that object.</summary>
    public string? MessageSourceRegionId { get; set; }

    /// <summary>Body as JSON text; null in lists. To read it, pipe the message into Get-BdrcMessage.</summary>
    public string? MessageContent { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(MessageId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(MessageId) && IsHarmless(MessageName) && IsHarmless(MessageType) && IsHarmless(MessageLevel)
        && IsHarmless(MessageSourceType) && IsHarmless(MessageSourceId) && IsHarmless(MessageSourceRegionId)
        && IsHarmless(MessageContent) && base.HasHarmlessText;
}
