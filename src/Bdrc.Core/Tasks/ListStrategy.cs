namespace Bdrc.Core.Tasks;

/// <summary>Estimates, from earlier polls, how many requests each way of reading many tasks takes.</summary>
internal sealed class ListStrategy
{
    private double? _newestRequests;
    private double _newestTasks;
    private double? _activePages;
    private double _followUpRequests = 1;

    /// <summary>Whether listing the active tasks takes fewer requests than listing the newest tasks.</summary>
    /// <param name="tasks">How many tasks are polled.</param>
    public bool PrefersActive(int tasks) => EstimateActivePages(tasks) + _followUpRequests < EstimateNewest(tasks);

    /// <summary>The expected requests for listing from the newest task down to the oldest polled one.</summary>
    /// <param name="tasks">How many tasks are polled.</param>
    public double EstimateNewest(int tasks)
    {
        var least = Pages(tasks);
        if (_newestRequests is not { } known)
            return least;

        // Fewer tasks can be as far down the list. Only for more tasks is the estimate higher.
        return Math.Max(least, tasks > _newestTasks ? known * tasks / _newestTasks : known);
    }

    /// <summary>The expected pages of active tasks.</summary>
    /// <param name="tasks">How many tasks are polled.</param>
    public double EstimateActivePages(int tasks) => _activePages ?? 1 + Pages(tasks);

    public void RecordNewest(int tasks, int requests)
    {
        _newestRequests = requests;
        _newestTasks = tasks;

        // The number of active tasks changes most, so its old estimate decays until that list is tried again.
        if (_activePages > 2)
            _activePages = Math.Max(2, _activePages.Value * 0.9);
    }

    /// <summary>Records a list of the active tasks.</summary>
    /// <param name="pages">How many pages it had.</param>
    /// <param name="followUpRequests">How many requests the tasks took that were not in it.</param>
    public void RecordActive(int pages, int followUpRequests)
    {
        _activePages = pages;
        _followUpRequests = (_followUpRequests + followUpRequests) / 2;
    }

    private static double Pages(int tasks) => Math.Ceiling(tasks / (double)TaskListReader.PageSize);
}
