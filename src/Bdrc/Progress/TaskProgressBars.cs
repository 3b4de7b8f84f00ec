using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>The bars of the tasks with most progress. A bar is removed when its task ends or another has more progress.</summary>
/// <param name="output">The output of the wait.</param>
/// <param name="parentId">The overall bar.</param>
/// <param name="maximum">How many bars fit.</param>
internal sealed class TaskProgressBars(IWaitOutput output, int parentId, int maximum)
{
    private readonly Dictionary<string, int> _bars = new(StringComparer.Ordinal);

    public void Show(IReadOnlyList<BdrcTask> pending)
    {
        var busiest = Busiest(pending);
        foreach (var gone in Except(_bars.Keys, busiest))
            Complete(gone);
        foreach (var task in busiest)
        {
            var status = TextSanitizer.Of(Strings.ProgressTask.FormatInvariant(task.TaskType, task.TaskStatus));
            output.Write(new ProgressRecord(IdOf(task.TaskId), TextSanitizer.Of(task.TaskId), status)
            {
                ParentActivityId = parentId,
                PercentComplete = (int)Math.Max(0, Math.Min(100, task.PercentComplete)),
            });
        }
    }

    public void Complete()
    {
        foreach (var id in new List<string>(_bars.Keys))
            Complete(id);
    }

    private void Complete(string taskId)
    {
        output.Write(new ProgressRecord(_bars[taskId], TextSanitizer.Of(taskId), Strings.ProgressDone)
        {
            ParentActivityId = parentId,
            RecordType = ProgressRecordType.Completed,
        });
        _bars.Remove(taskId);
    }

    private int IdOf(string taskId)
    {
        if (_bars.TryGetValue(taskId, out var known))
            return known;

        var id = parentId + 1;
        while (_bars.ContainsValue(id))
            id++;
        _bars.Add(taskId, id);
        return id;
    }

    /// <summary>The running tasks with most progress; among equals, those that have a bar.</summary>
    private List<BdrcTask> Busiest(IReadOnlyList<BdrcTask> pending)
    {
        var busiest = new List<BdrcTask>(maximum + 1);
        foreach (var task in pending)
        {
            if (task.TaskStatus is null)
                continue;

            var index = busiest.Count;
            while (index > 0 && IsBusier(task, busiest[index - 1]))
                index--;
            if (index >= maximum)
                continue;

            busiest.Insert(index, task);
            if (busiest.Count > maximum)
                busiest.RemoveAt(maximum);
        }

        return busiest;
    }

    private bool IsBusier(BdrcTask left, BdrcTask right)
    {
        if (left.Progress != right.Progress)
            return left.Progress > right.Progress;
        return _bars.ContainsKey(left.TaskId) && !_bars.ContainsKey(right.TaskId);
    }

    private static List<string> Except(IEnumerable<string> ids, List<BdrcTask> tasks)
    {
        var rest = new List<string>();
        foreach (var id in ids)
        {
            if (!tasks.Exists(task => task.TaskId == id))
                rest.Add(id);
        }

        return rest;
    }
}
