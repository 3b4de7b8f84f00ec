using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Parameters;

/// <summary>
/// The parameters that limit a query to a category and to accounts. PowerShell reads parameters from the class of a command
/// and from the object that <see cref="IDynamicParameters"/> returns; a command returns this one and declares none itself.
/// </summary>
public sealed class ScopeParameters
{
    /// <summary>Only resources of this category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId))]
    public string? ResourceCategoryId { get; set; }

    /// <summary>Accounts (UIDs) whose resources are included; without it only the calling account's.</summary>
    [Parameter]
    [Alias("ResourceOwnerIds")]
    [WholeNumber(1, long.MaxValue, IsList = true)]
    public long[]? ResourceOwnerId { get; set; }
}
