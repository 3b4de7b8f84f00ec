using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>DescribeTask, DescribeTasks.</summary>
internal static class TaskOperations
{
    [Operation("DescribeTask")]
    public static void Describe(OperationCall call)
    {
        var task = call.Account.Tasks.Find(call.Values["TaskId"]!)
            ?? throw new PlatformException(404, "TaskNotFound", "The specified task is not found.");
        Write(call, task);
    }

    /// <summary>Newest first. The cursor is a task index, so tasks added between pages do not shift the list.</summary>
    [Operation("DescribeTasks")]
    public static void List(OperationCall call)
    {
        var (type, status) = (call.Values["TaskType"], call.Values["TaskStatus"]);
        var candidates = call.Account.Tasks.Candidates(type, status, call.Now, out var first);
        long? total = type is null && status is null ? candidates.Count : null;
        ListPage.Write(
            call,
            from => Select(candidates, first, from ?? long.MaxValue, Matches),
            task => task.Index,
            task => Write(call, task),
            total);

        bool Matches(SandboxTask task) =>
            (type is null || task.TaskType == type) && (status is null || task.Status(call.Now) == status);
    }

    private static IEnumerable<SandboxTask> Select(
        IReadOnlyList<SandboxTask> candidates, int first, long from, Func<SandboxTask, bool> matches)
    {
        for (var i = FindLast(candidates, from); i >= first; i--)
        {
            if (matches(candidates[i]))
                yield return candidates[i];
        }
    }

    /// <summary>The position of the newest candidate whose task index is not higher than an index.</summary>
    private static int FindLast(IReadOnlyList<SandboxTask> candidates, long index)
    {
        int low = 0, high = candidates.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (candidates[middle].Index <= index)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static void Write(OperationCall call, SandboxTask task)
    {
        var json = call.Json;
        var status = task.Status(call.Now);
        json.WriteString("TaskId", task.TaskId);
        json.WriteString("TaskName", string.Empty);
        json.WriteString("TaskDescription", string.Empty);
        json.WriteString("TaskType", task.TaskType);
        json.WriteString("TaskPriority", task.TaskType == TaskTypes.ApplyProtectionPolicy ? "LOW" : "HIGH");
        json.WriteString("TaskStatus", status);
        json.WriteNumber("Progress", task.Progress(call.Now));
        json.WriteString("TaskDetail", task.Definition.Detail);
        json.WriteString("TaskResult", status == SandboxTask.Complete ? task.Definition.Result ?? string.Empty : string.Empty);
        json.WriteString("ExecutionId", string.Empty);
        json.WriteString("ErrorMessage", status == SandboxTask.Failed ? "too many requests." : string.Empty);
        json.WriteString("RequestId", task.RequestId);
        call.WriteTime("StartTime", status == SandboxTask.Created ? null : task.StartTime);
        if (task.IsFinished(call.Now))
            call.WriteTime("CompleteTime", task.EndTime);
        else
            json.WriteNull("CompleteTime");
        call.WriteTime("ExpireTime", task.StartTime.AddDays(7));
    }
}
