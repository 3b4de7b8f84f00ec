using System.Management.Automation;

namespace Bdrc.Pipeline;

/// <summary>Counts the items that -First and -Skip select, over all records of one command.</summary>
internal sealed class PageWindow(PagingParameters? paging)
{
    private ulong _skip = paging?.Skip ?? 0;
    private ulong _left = paging?.First ?? ulong.MaxValue;

    /// <summary>Whether more items are selected.</summary>
    public bool IsOpen => _left > 0;

    /// <summary>Consumes one item and returns whether it is selected.</summary>
    public bool TryTake()
    {
        if (_skip > 0)
        {
            _skip--;
            return false;
        }

        if (_left == 0)
            return false;
        _left--;
        return true;
    }
}
