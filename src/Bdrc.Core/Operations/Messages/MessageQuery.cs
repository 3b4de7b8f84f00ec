namespace Bdrc.Core.Operations.Messages;

/// <summary>The filters of ListMessages; null omits a filter.</summary>
public sealed class MessageQuery
{
    /// <summary>Only messages raised after this moment.</summary>
    public DateTimeOffset? LaterThan { get; set; }

    /// <summary>Only messages raised before this moment.</summary>
    public DateTimeOffset? EarlierThan { get; set; }

    /// <summary>Severity.</summary>
    public string? Level { get; set; }

    /// <summary>Type of the event.</summary>
    public string? Type { get; set; }

    /// <summary>Messages on a page; null for 50. No limit is published.</summary>
    public int? PageSize { get; set; }

    internal ApiRequest ToRequest() => new ApiRequest(BdrcOperations.ListMessages)
        .Add("MaxResults", PageSize ?? 50)
        .AddId("MessageLevel", Level)
        .Add("MessageTimeEarlierThan", EarlierThan?.ToUnixTimeSeconds())
        .Add("MessageTimeLaterThan", LaterThan?.ToUnixTimeSeconds())
        .AddId("MessageType", Type);
}
