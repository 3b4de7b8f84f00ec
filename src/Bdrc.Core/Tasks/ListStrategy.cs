namespace Bdrc.Core.Tasks;

/// <summary>What the two ways to read many tasks cost, in requests, as far as earlier looks tell.</summary>
internal sealed class ListStrategy
{
    private double? _newestPages;
    private double _newestTasks;
    private double? _activePages;
    private double _leavers = 1;

    /// <summary>Whether the list of active tasks is the cheaper way.</summary>
    /// <param name="tasks">How many tasks are looked for.</param>
    public bool PrefersActive(int tasks) => ActivePages(tasks) + _leavers < Newest(tasks);

    /// <summary>What reading from the newest task down to the oldest one looked for is expected to cost.</summary>
    /// <param name="tasks">How many tasks are looked for.</param>
    public double Newest(int tasks)
    {
        var least = Pages(tasks);
        if (_newestPages is not { } known)
            return least;

        // Fewer tasks may well be as deep; only a set that grew is known to cost more.
        return Math.Max(least, tasks > _newestTasks ? known * tasks / _newestTasks : known);
    }

    /// <summary>How many pages the active tasks are expected to fill.</summary>
    /// <param name="tasks">How many tasks are looked for.</param>
    public double ActivePages(int tasks) => _activePages ?? 1 + Pages(tasks);

    public void NewestTook(int tasks, int requests)
    {
        _newestPages = requests;
        _newestTasks = tasks;

        // The other way is worth a new try now and then: the number of active tasks is what changes most.
        if (_activePages > 2)
            _activePages = Math.Max(2, _activePages.Value * 0.9);
    }

    public void ActiveTook(int pages, int leftOver)
    {
        _activePages = pages;
        _leavers = (_leavers + leftOver) / 2;
    }

    private static double Pages(int tasks) => Math.Ceiling(tasks / (double)TaskListReader.PageSize);
}
