using Bdrc.Core.Operations;

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

    /// <summary>Reads the service until it is initialised.</summary>
    /// <param name="timeout">How long at most.</param>
    /// <param name="pollInterval">How long between two looks; null for 2 s growing to 15 s.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="BdrcException">Not initialised in time; code <c>WaitTimeout</c>. Faults that pass are sat out.</exception>
    public Task<BdrcService> WaitUntilReadyAsync(TimeSpan timeout, TimeSpan? pollInterval, CancellationToken cancellationToken) =>
        new Service.ServiceWatch(InBackground(_context, _report), _context, _report).WaitAsync(timeout, pollInterval, cancellationToken);
}
