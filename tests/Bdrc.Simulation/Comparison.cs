namespace Bdrc.Simulation;

/// <summary>The watcher compared with polling by id, for a number of tasks.</summary>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Watcher">The watcher.</param>
/// <param name="OneByOne">Polling by id every 10 s.</param>
internal sealed record Comparison(int Tasks, Outcome Watcher, Outcome OneByOne)
{
    /// <summary>
    /// The fewest requests that can find every end: one page for each 500 tasks, once all have ended. No report
    /// is immediate that way: each earlier report costs another poll.
    /// </summary>
    public int Floor => (Tasks + 499) / 500;

    public static async Task<Comparison> OfAsync(int tasks)
    {
        var runs = Math.Max(1, 50 / tasks);
        var watcher = await Experiment.RunAsync(tasks, runs, way => way.WatchAsync()).ConfigureAwait(false);
        var oneByOne = await Experiment.RunAsync(tasks, runs, way => way.PollOneByOneAsync()).ConfigureAwait(false);
        return new Comparison(tasks, watcher, oneByOne);
    }
}
