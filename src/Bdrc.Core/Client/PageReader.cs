namespace Bdrc.Core.Client;

/// <summary>Reads a list page by page, each only when it is asked for.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class PageReader<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _read;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Action<int>? _wentInCircles;
    private string? _token;
    private bool _ended;
    private long? _totalCount;
    private int _items;

    /// <param name="read">Reads the page of a cursor.</param>
    /// <param name="wentInCircles">Told how many items were read when the list ends at a cursor that came before; null for nobody.</param>
    internal PageReader(Func<string?, CancellationToken, Task<Page<T>>> read, Action<int>? wentInCircles = null)
    {
        _read = read;
        _wentInCircles = wentInCircles;
    }

    /// <summary>How many items the whole list has, as the last page said; null when it did not, which is usual.</summary>
    public long? GetTotalCount() => _totalCount;

    /// <summary>Reads the next page.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// Its items; null after the last page. The list ends where the service gives no token, or one it gave before: a cursor
    /// that runs in circles must not be followed for ever.
    /// </returns>
    public async Task<IReadOnlyList<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_ended)
            return null;

        var page = await _read(_token, cancellationToken).ConfigureAwait(false);
        _token = page.NextToken;
        _totalCount = page.TotalCount;
        _items += page.Items.Count;
        _ended = string.IsNullOrEmpty(_token);
        if (!_ended && !_seen.Add(_token!))
        {
            _ended = true;
            _wentInCircles?.Invoke(_items);
        }

        return page.Items;
    }
}
