using Bdrc.Core.Json;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <content>The service switch.</content>
public sealed partial class BdrcClient
{
    /// <summary>GetBdrcService: the service switch and its state.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BdrcService> GetBdrcServiceAsync(CancellationToken cancellationToken) =>
        (await CallAsync<BdrcService>(new ApiRequest(BdrcOperations.GetBdrcService), cancellationToken).ConfigureAwait(false)).Data;

    /// <summary>OpenBdrcService: opens the service; it initialises in the background.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> OpenBdrcServiceAsync(CancellationToken cancellationToken) =>
        SwitchServiceAsync(BdrcOperations.OpenBdrcService, open: true, cancellationToken);

    /// <summary>CloseBdrcService: closes the service. What happens to inventory, categories and policies is not documented.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> CloseBdrcServiceAsync(CancellationToken cancellationToken) =>
        SwitchServiceAsync(BdrcOperations.CloseBdrcService, open: false, cancellationToken);

    /// <summary>DescribeRegions: the regions that resources can be in.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<BdrcRegion>> DescribeRegionsAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DescribeRegions);
        return (await CallAsync<RegionData>(request, cancellationToken).ConfigureAwait(false)).Data.Regions ?? [];
    }

    /// <summary>
    /// Opens or closes the service. When the outcome is unknown, it reads the state and retries if necessary.
    /// </summary>
    private async Task<string?> SwitchServiceAsync(Operation operation, bool open, CancellationToken cancellationToken)
    {
        try
        {
            return await ConfirmAsync(new ApiRequest(operation), cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.OutcomeUnknown)
        {
            var service = await GetBdrcServiceAsync(cancellationToken).ConfigureAwait(false);
            if (service.IsOpen == open)
                return failure.RequestId;
        }

        return await ConfirmAsync(new ApiRequest(operation), cancellationToken).ConfigureAwait(false);
    }
}
