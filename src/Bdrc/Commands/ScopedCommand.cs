using System.Management.Automation;
using Bdrc.Arguments;

namespace Bdrc.Commands;

/// <summary>The base of commands whose answer can be narrowed to a resource category or widened to other accounts.</summary>
public abstract class ScopedCommand : BdrcCommand
{
    /// <summary>Only resources of this category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ResourceCategoryId))]
    public string? ResourceCategoryId { get; set; }

    /// <summary>Accounts (UIDs) whose resources are looked at; without it the calling account's only.</summary>
    [Parameter]
    [Alias("ResourceOwnerIds")]
    [WholeNumber(1, long.MaxValue, IsList = true)]
    public long[]? ResourceOwnerId { get; set; }
}
