using System.Collections.ObjectModel;

namespace Bdrc;

/// <summary>A list that is exported as its items: Export-Csv writes the text of a value, which for other lists is their type.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class BdrcList<T> : Collection<T>
{
    /// <summary>Creates an empty list.</summary>
    public BdrcList()
    {
    }

    /// <summary>Creates a list.</summary>
    /// <param name="items">The items; null creates an empty list.</param>
    public BdrcList(IEnumerable<T>? items)
        : base([.. items ?? []])
    {
    }

    /// <summary>The items, separated by commas; empty when there are none.</summary>
    public override string ToString() => string.Join(", ", this);
}
