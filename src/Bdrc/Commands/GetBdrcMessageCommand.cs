using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Messages;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Get-BdrcMessage: lists messages page by page, or reads messages with their bodies by id.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcMessage", SupportsPaging = true)]
[OutputType(typeof(BdrcMessage))]
[ParameterForm("List", Allows = "LaterThan EarlierThan Level Type PageSize")]
[ParameterForm("ById", Requires = "MessageId")]
public sealed class GetBdrcMessageCommand : BdrcCommand
{
    /// <summary>Ids of messages, or objects that have a MessageId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(MessageId), IsList = true)]
    public string[]? MessageId { get; set; }

    /// <summary>Only messages created after this moment: a time, or a span back from now such as -7d.</summary>
    [Parameter]
    [Alias("MessageTimeLaterThan", "After")]
    [Time]
    public DateTimeOffset? LaterThan { get; set; }

    /// <summary>Only messages created before this moment: a time, or a span back from now such as -12h.</summary>
    [Parameter]
    [Alias("MessageTimeEarlierThan", "Before")]
    [Time]
    public DateTimeOffset? EarlierThan { get; set; }

    /// <summary>Only messages of this severity.</summary>
    [Parameter]
    [Alias("MessageLevel")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? Level { get; set; }

    /// <summary>Only messages of this type.</summary>
    [Parameter]
    [Alias("MessageType")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? Type { get; set; }

    /// <summary>How many messages are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    private protected override void CheckParameters(GivenParameters given)
    {
        if (LaterThan > EarlierThan)
        {
            throw new BdrcException(
                BdrcErrorKind.InvalidArgument, "TimesReversed", Strings.TimesReversed.FormatInvariant(LaterThan, EarlierThan));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MessageId is null)
            WriteAll();
        foreach (var id in MessageId ?? [])
            TryWriteResult(stop => Client.GetMessageAsync(id, stop), id);
    }

    private void WriteAll()
    {
        var pages = Client.ListMessages(new MessageQuery
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
