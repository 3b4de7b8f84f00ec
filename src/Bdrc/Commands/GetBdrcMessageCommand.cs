using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Messages;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Get-BdrcMessage: lists messages page by page, or reads messages with their bodies by id.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcMessage", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(BdrcMessage))]
public sealed class GetBdrcMessageCommand : BdrcCommand
{
    /// <summary>Ids of messages, or objects that have a MessageId.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "ById",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(MessageId), IsList = true)]
    public string[] MessageId { get; set => field = this.Beside(value); } = [];

    /// <summary>Only messages raised after this moment: a time, or a span back from now such as -7d.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("MessageTimeLaterThan", "After")]
    [Time]
    public DateTimeOffset? LaterThan { get; set => field = this.Beside(value); }

    /// <summary>Only messages raised before this moment: a time, or a span back from now such as -12h.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("MessageTimeEarlierThan", "Before")]
    [Time]
    public DateTimeOffset? EarlierThan { get; set => field = this.Beside(value); }

    /// <summary>Only messages of this severity.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("MessageLevel")]
    [ArgumentCompleter(typeof(MessageLevelCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? Level { get; set => field = this.Beside(value); }

    /// <summary>Only messages of this kind.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("MessageType")]
    [ArgumentCompleter(typeof(MessageTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? Type { get; set => field = this.Beside(value); }

    /// <summary>How many messages are asked for at a time; the list is complete whatever it is.</summary>
    [Parameter(ParameterSetName = "List")]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set => field = this.Beside(value); }

    /// <inheritdoc/>
    protected override void CheckCombination()
    {
        if (LaterThan > EarlierThan)
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "TimesReversed", Strings.TimesReversed.FormatInvariant(LaterThan, EarlierThan));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
            List();

        foreach (var id in MessageId)
            TryWrite(stop => BdrcClient.For(Target, Report).GetMessageAsync(id, stop), id);
    }

    private void List()
    {
        var pages = BdrcClient.For(Target, Report).ListMessages(new MessageQuery
        {
            EarlierThan = EarlierThan,
            LaterThan = LaterThan,
            Level = Level,
            Type = Type,
            PageSize = PageSize,
        });
        WritePages(pages.ReadAsync, pages.GetTotalCount);
    }
}
