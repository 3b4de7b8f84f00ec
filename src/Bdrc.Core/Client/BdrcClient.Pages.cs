using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <content>Lists.</content>
public sealed partial class BdrcClient
{
    /// <summary>Reads a list page by page; every page is requested with the same filters.</summary>
    /// <param name="request">Creates the request of a page, without its token.</param>
    private PageReader<T> Pages<T>(Func<ApiRequest> request) => new(
        async (token, cancellationToken) =>
        {
            var (data, _) = await CallAsync<PageData<T>>(request().Add("NextToken", token), cancellationToken).ConfigureAwait(false);
            return new Page<T>(data.Content ?? [], data.NextToken, data.TotalCount);
        },
        items => _onDiagnostic?.Invoke(new BdrcDiagnostic(BdrcDiagnosticLevel.Warning, Strings.PageTokenRepeated.FormatInvariant(items))));

    /// <summary>Reads a list that has one page only. Its response can have a token, but the operation accepts none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="truncated">The level of the message that the service returned only a part of the list.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async Task<IReadOnlyList<T>> ListAsync<T>(
        ApiRequest request, BdrcDiagnosticLevel truncated, CancellationToken cancellationToken)
    {
        var (data, _) = await CallAsync<PageData<T>>(request, cancellationToken).ConfigureAwait(false);
        var count = data.Content?.Count ?? 0;
        if (data.TotalCount > count)
        {
            var message = Strings.ListTruncated.FormatInvariant(request.Operation.Name, count, data.TotalCount);
            _onDiagnostic?.Invoke(new BdrcDiagnostic(truncated, message));
        }

        return data.Content ?? [];
    }
}
