using System.Management.Automation;

namespace Bdrc.Pipeline;

/// <summary>What -First and -Skip leave of a list, over all the records of one command.</summary>
internal sealed class PageWindow(PagingParameters? paging)
{
    private ulong _skip = paging?.Skip ?? 0;
    private ulong _left = paging?.First ?? ulong.MaxValue;

    /// <summary>Whether more items are wanted.</summary>
    public bool IsOpen => _left > 0;

    /// <summary>Whether the next item is wanted.</summary>
    public bool Takes()
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
