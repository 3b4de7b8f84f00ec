namespace Bdrc.Core.Client;

/// <summary>Reads a list page by page, each on request.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class PageReader<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _read;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Action<int>? _onRepeatedToken;
    private string? _token;
    private bool _ended;
    private long? _totalCount;
    private int _items;

    /// <param name="read">Reads the page of a token.</param>
    /// <param name="onRepeatedToken">Receives the number of items when the list ends at a repeated token; null to ignore it.</param>
    internal PageReader(Func<string?, CancellationToken, Task<Page<T>>> read, Action<int>? onRepeatedToken = null)
    {
        _read = read;
        _onRepeatedToken = onRepeatedToken;
    }

    /// <summary>The number of items in the list, from the last page; null when the service does not report it, which is usual.</summary>
    public long? GetTotalCount() => _totalCount;

    /// <summary>Reads the next page.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Its items; null after the last page. The list ends when the service returns no token, or one that it returned before:
    /// otherwise the list would never end.
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
            _onRepeatedToken?.Invoke(_items);
        }

        return page.Items;
    }
}

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The page's items.</param>
/// <param name="NextToken">Token of the next page; null or empty on the last.</param>
/// <param name="TotalCount">How many items the whole list has; null when the service does not report it, which is usual.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, long? TotalCount);
