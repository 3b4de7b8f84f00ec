using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Tasks;

/// <summary>All tasks of the account, oldest first, with the indexes that a filtered listing of many needs.</summary>
internal sealed class TaskStore(SandboxOptions options)
{
    private readonly List<SandboxTask> _tasks = [];
    private readonly List<SandboxTask> _failing = [];
    private readonly Dictionary<string, List<SandboxTask>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Scope), SandboxTask> _latest = [];
    private readonly Queue<SandboxTask> _effects = new();
    private int _finished;

    /// <summary>All tasks.</summary>
    public IReadOnlyList<SandboxTask> All => _tasks;

    public SandboxTask? Find(string taskId)
    {
        var index = SeededRandom.IndexIn(taskId);
        return index >= 0 && index < _tasks.Count && _tasks[(int)index].TaskId == taskId ? _tasks[(int)index] : null;
    }

    /// <summary>The tasks that can be of a type and a status, oldest first; what they are now is for the caller to check.</summary>
    /// <param name="type">The type; null for any.</param>
    /// <param name="status">The status; null for any.</param>
    /// <param name="now">The time.</param>
    /// <param name="first">Receives the first index of the list worth a look.</param>
    public IReadOnlyList<SandboxTask> Candidates(string? type, string? status, DateTimeOffset now, out int first)
    {
        first = 0;
        if (status == SandboxTask.Failed)
            return _failing;
        if (type is not null)
            return _byType.TryGetValue(type, out var ofType) ? ofType : [];

        while (_finished < _tasks.Count && _tasks[_finished].IsFinished(now))
            _finished++;
        if (status is SandboxTask.Created or SandboxTask.Running)
            first = _finished;
        return _tasks;
    }

    /// <summary>The newest task of a type and scope that still runs; null when there is none.</summary>
    public SandboxTask? Running(string type, string scope, DateTimeOffset now) =>
        _latest.TryGetValue((type, scope), out var latest) && !latest.IsFinished(now) ? latest : null;

    /// <summary>Fills in the past: one COMPLETE task a minute.</summary>
    public void AddHistory(DateTimeOffset now)
    {
        var check = new TaskOrder(TaskTypes.CheckRules, """{"resourceArn":"","ruleIds":[]}""");
        var update = new TaskOrder(TaskTypes.UpdateResources, """{"resourceTypes":["ACS::ECS::Instance","ACS::OSS::Bucket","ACS::NAS::FileSystem","ACS::OTS::Instance"]}""");
        for (var i = options.FinishedTasks; i > 0; i--)
        {
            Add(i % 3 == 0 ? check : update, now - options.TaskDuration - TimeSpan.FromMinutes(i), requestId: null, canFail: false);
        }
    }

    /// <summary>Refuses when a task of the type and scope still runs.</summary>
    /// <exception cref="PlatformException">One does.</exception>
    public void DemandNoneRuns(TaskOrder order, DateTimeOffset now)
    {
        if (Running(order.Type, order.Scope, now) is not null)
        {
            throw new PlatformException(
                400, "CreateTaskFailed.PreviousTaskNotFinished", "The previous task is not finished. Please try again later.");
        }
    }

    /// <summary>Starts a task.</summary>
    /// <param name="order">What it does.</param>
    /// <param name="now">When.</param>
    /// <param name="requestId">The request that asked for it.</param>
    public SandboxTask Start(TaskOrder order, DateTimeOffset now, string requestId)
    {
        var task = Add(order, now, requestId, canFail: true);
        _latest[(order.Type, order.Scope)] = task;
        if (order.Effect is not null && !task.Fails)
            _effects.Enqueue(task);
        return task;
    }

    /// <summary>Lets the tasks that have ended since the last look take effect, in the order they ended.</summary>
    public void Settle(DateTimeOffset now)
    {
        // All tasks take equally long, so the first one started is the first one to end.
        while (_effects.Count > 0 && _effects.Peek().IsFinished(now))
        {
            var task = _effects.Dequeue();
            task.Order.Effect!(task);
        }
    }

    private SandboxTask Add(TaskOrder order, DateTimeOffset now, string? requestId, bool canFail)
    {
        var index = _tasks.Count;
        var task = new SandboxTask
        {
            Index = index,
            TaskId = "t-" + SeededRandom.Tail(options.Seed, RandomStream.TaskId, index),
            RequestId = requestId ?? SeededRandom.RequestId(options.Seed, RandomStream.TaskRequestId, index),
            Order = order,
            CreatedTime = now,
            Duration = options.TaskDuration,
            Fails = canFail && SeededRandom.Share(options.Seed, RandomStream.TaskFailure, index) < options.FailingTasks,
        };
        _tasks.Add(task);
        if (task.Fails)
            _failing.Add(task);
        if (!_byType.TryGetValue(order.Type, out var ofType))
            _byType.Add(order.Type, ofType = []);
        ofType.Add(task);
        return task;
    }
}
