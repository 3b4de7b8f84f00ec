using Bdrc.Core.Operations;
using Bdrc.Core.Serialization;

namespace Bdrc.Core;

/// <content>The service switch.</content>
public sealed partial class BdrcClient
{
    /// <summary>GetBdrcService: the service switch and its state.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<BdrcService> GetBdrcServiceAsync(CancellationToken cancellationToken) =>
        (await CallAsync<BdrcService>(new ApiRequest(BdrcOperations.GetBdrcService), cancellationToken).ConfigureAwait(false)).Data;

    /// <summary>OpenBdrcService: opens the service; it initialises in the background.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> OpenBdrcServiceAsync(CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.OpenBdrcService), cancellationToken);

    /// <summary>CloseBdrcService: closes the service. What becomes of inventory, categories and policies is not documented.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> CloseBdrcServiceAsync(CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.CloseBdrcService), cancellationToken);

    /// <summary>DescribeRegions: the regions that resources can be in.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<BdrcRegion>> DescribeRegionsAsync(CancellationToken cancellationToken) =>
        (await CallAsync<RegionData>(new ApiRequest(BdrcOperations.DescribeRegions), cancellationToken).ConfigureAwait(false)).Data.Regions ?? [];

    /// <summary>Reads the service until it is initialised.</summary>
    /// <param name="timeout">How long at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="BdrcException">Not initialised in time; code <c>WaitTimeout</c>.</exception>
    public Task<BdrcService> WaitUntilReadyAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        Service.ServiceWatch.WaitAsync(this, _context, timeout, cancellationToken);
}
