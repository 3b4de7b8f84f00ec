using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <content>Lists.</content>
public sealed partial class BdrcClient
{
    /// <summary>Reads a list page by page; the filters go with every page.</summary>
    /// <param name="request">Makes the request of a page, without its cursor.</param>
    private PageReader<T> Pages<T>(Func<ApiRequest> request) => new(
        async (token, cancellationToken) =>
        {
            var (data, _) = await CallAsync<PageData<T>>(request().Add("NextToken", token), cancellationToken).ConfigureAwait(false);
            return new Page<T>(data.Content ?? [], data.NextToken, data.TotalCount);
        },
        items => _onDiagnostic?.Invoke(new BdrcDiagnostic(BdrcDiagnosticLevel.Warning, Strings.PagesInCircles.FormatInvariant(items))));

    /// <summary>Reads a list that has one page only, whatever cursor the answer shows; no request takes that cursor.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cut">How loudly to say that the service has more than it gave.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    private async Task<IReadOnlyList<T>> ListAsync<T>(ApiRequest request, BdrcDiagnosticLevel cut, CancellationToken cancellationToken)
    {
        var (data, _) = await CallAsync<PageData<T>>(request, cancellationToken).ConfigureAwait(false);
        var count = data.Content?.Count ?? 0;
        if (data.TotalCount > count)
            _onDiagnostic?.Invoke(new BdrcDiagnostic(cut, Strings.ListCut.FormatInvariant(request.Operation.Name, count, data.TotalCount)));
        return data.Content ?? [];
    }
}
