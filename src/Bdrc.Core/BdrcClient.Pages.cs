using Bdrc.Core.Operations;
using Bdrc.Core.Paging;
using Bdrc.Core.Serialization;

namespace Bdrc.Core;

/// <content>Lists.</content>
public sealed partial class BdrcClient
{
    private async Task<Page<T>> ReadPageAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        var (data, _) = await CallAsync<PageData<T>>(request, cancellationToken).ConfigureAwait(false);
        return new Page<T>(data.Content ?? [], data.NextToken);
    }
}
