using System.Management.Automation;
using System.Management.Automation.Host;
using Bdrc.Progress;
using Bdrc.Waiting;

namespace Bdrc.Pipeline;

/// <summary>
/// Writes the items of lists that -First and -Skip select, over all records of one command, the length of each list where
/// -IncludeTotalCount is given, and the progress.
/// </summary>
/// <param name="output">The output of the command.</param>
/// <param name="paging">The paging parameters; null for a command without them.</param>
/// <param name="host">The host that shows the progress.</param>
internal sealed class PageWriter(IWaitOutput output, PagingParameters? paging, PSHost host)
{
    private ulong _skip = paging?.Skip ?? 0;
    private ulong _left = paging?.First ?? ulong.MaxValue;
    private bool _wantsTotalCount;
    private ListProgress _progress = new(output, host);

    /// <summary>Whether a further page of the list is needed.</summary>
    public bool WantsPage => _left > 0 || _wantsTotalCount;

    /// <summary>Begins a list.</summary>
    public void Begin()
    {
        _wantsTotalCount = paging is { IncludeTotalCount.IsPresent: true };
        _progress = new ListProgress(output, host);
    }

    /// <summary>Writes the selected items of a page.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="totalCount">The length of the list; null when the service does not report it.</param>
    public void Write<T>(IReadOnlyList<T> page, long? totalCount)
    {
        // An accuracy of 0 tells the user that the service does not report the count.
        if (_wantsTotalCount)
            output.Write(paging!.NewTotalCount((ulong)Math.Max(0, totalCount ?? 0), totalCount is null or < 0 ? 0.0 : 1.0));
        _wantsTotalCount = false;
        _progress.Show(page.Count, totalCount);
        for (var i = 0; i < page.Count && _left > 0; i++)
        {
            if (_skip > 0)
            {
                _skip--;
                continue;
            }

            _left--;
            output.Write(page[i]!);
        }
    }

    /// <summary>Ends a list: removes the progress.</summary>
    public void End() => _progress.Complete();
}
