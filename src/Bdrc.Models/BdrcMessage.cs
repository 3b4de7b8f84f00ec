namespace Bdrc;

/// <summary>A notice about an event. Source: ListMessages and GetMessage.</summary>
public sealed class BdrcMessage : BdrcObject
{
    /// <summary>Identifier: <c>m-…</c> or a dashed one of 36 characters.</summary>
    public string MessageId { get; set; } = string.Empty;

    /// <summary>Title.</summary>
    public string? MessageName { get; set; }

    /// <summary>Kind of event, an open set: <c>SUB_PROTECTION_POLICY_MODIFIED</c> is the one published.</summary>
    public string? MessageType { get; set; }

    /// <summary>Severity, an open set: <c>WARNING</c> is the one published.</summary>
    public string? MessageLevel { get; set; }

    /// <summary>When the message was raised; null when the service gives no time.</summary>
    public DateTimeOffset? MessageTime { get; set; }

    /// <summary>Kind of object the message is about, for example <c>PROTECTION_POLICY</c>.</summary>
    public string? MessageSourceType { get; set; }

    /// <summary>Identifier of that object.</summary>
    public string? MessageSourceId { get; set; }

    /// <summary>Region of that object.</summary>
    public string? MessageSourceRegionId { get; set; }

    /// <summary>Body, as JSON text; null in lists, which do not give it: pipe the message into Get-BdrcMessage to read it.</summary>
    public string? MessageContent { get; set; }

    /// <inheritdoc/>
    public override string ToString() => MessageId;
}
