namespace Bdrc.Core.Paging;

/// <summary>Reads a list page by page, each only when it is asked for.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class PageReader<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _read;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _token;
    private bool _ended;
    private long? _totalCount;

    internal PageReader(Func<string?, CancellationToken, Task<Page<T>>> read) => _read = read;

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
        _ended = string.IsNullOrEmpty(_token) || !_seen.Add(_token!);
        return page.Items;
    }
}
