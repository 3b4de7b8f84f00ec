using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.CrossAccounts;

namespace Bdrc.Commands;

/// <summary>Get-BdrcCrossAccount: accounts, folders and directories under management, page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcCrossAccount", SupportsPaging = true)]
[OutputType(typeof(BdrcCrossAccount))]
public sealed class GetBdrcCrossAccountCommand : BdrcCommand
{
    /// <summary>Only these targets: ids, or objects that have a TargetId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(TargetId), IsList = true)]
    public string[]? TargetId { get; set; }

    /// <summary>Only targets of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? TargetType { get; set; }

    /// <summary>MANUAL for targets that were added by id, AUTO for those that came with a parent.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ManagementMode { get; set; }

    /// <summary>Only targets of this administrator's account (UID).</summary>
    [Parameter]
    [Alias("CrossAccountOwnerId")]
    [WholeNumber(1, long.MaxValue)]
    public long? OwnerId { get; set; }

    /// <summary>How many targets are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TargetId is null)
            List(null);
        foreach (var id in TargetId ?? [])
            List(id);
    }

    private void List(string? id)
    {
        var pages = Client.ListCrossAccounts(new CrossAccountQuery
        {
            ManagementMode = ManagementMode,
            OwnerId = OwnerId,
            PageSize = PageSize,
            TargetId = id,
            TargetType = TargetType,
        });
        WritePages(pages.ReadAsync, pages.GetTotalCount, id);
    }
}
