namespace Bdrc.Simulation;

/// <summary>
/// Lets work on other threads finish before a virtual clock advances. A cancelled delay continues on the thread pool, so
/// without it the clock could pass what the cancellation starts. It changes no result, only how far the clock advances.
/// </summary>
internal static class ThreadPoolIdle
{
    private const int MostRounds = 500;

    public static async Task WaitAsync()
    {
        var idle = 0;
        for (var round = 0; round < MostRounds && idle < 2; round++)
        {
            await Task.Delay(1).ConfigureAwait(false);
            idle = ThreadPool.PendingWorkItemCount == 0 ? idle + 1 : 0;
        }
    }
}
