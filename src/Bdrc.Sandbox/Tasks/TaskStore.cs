using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Tasks;

/// <summary>All tasks of the account, oldest first, with the indexes that make filtered lists fast.</summary>
internal sealed class TaskStore(SandboxOptions options)
{
    private readonly List<SandboxTask> _tasks = [];
    private readonly List<SandboxTask> _failing = [];
    private readonly Dictionary<string, List<SandboxTask>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Scope), SandboxTask> _latest = [];
    private readonly Queue<SandboxTask> _effects = new();
    private int _finishedCount;

    /// <summary>All tasks.</summary>
    public IReadOnlyList<SandboxTask> All => _tasks;

    public SandboxTask? Find(string taskId)
    {
        var index = SeededRandom.IndexIn(taskId);
        return index >= 0 && index < _tasks.Count && _tasks[(int)index].TaskId == taskId ? _tasks[(int)index] : null;
    }

    /// <summary>The tasks that may have a type and a status, oldest first. The caller must check both.</summary>
    /// <param name="type">The type; null for any.</param>
    /// <param name="status">The status; null for any.</param>
    /// <param name="now">The time.</param>
    /// <param name="first">Receives the position of the first task in the list that can match.</param>
    public IReadOnlyList<SandboxTask> Candidates(string? type, string? status, DateTimeOffset now, out int first)
    {
        first = 0;
        if (status == SandboxTask.Failed)
            return _failing;
        if (type is not null)
            return _byType.TryGetValue(type, out var ofType) ? ofType : [];

        while (_finishedCount < _tasks.Count && _tasks[_finishedCount].IsFinished(now))
            _finishedCount++;
        if (status is SandboxTask.Created or SandboxTask.Running)
            first = _finishedCount;
        return _tasks;
    }

    /// <summary>The running task of a type and scope; null when there is none.</summary>
    public SandboxTask? Running(string type, string scope, DateTimeOffset now) =>
        _latest.TryGetValue((type, scope), out var latest) && !latest.IsFinished(now) ? latest : null;

    /// <summary>Adds the finished tasks of the options: one COMPLETE task for each past minute.</summary>
    public void AddHistory(DateTimeOffset now)
    {
        var check = new TaskDefinition(TaskTypes.CheckRules, """{"resourceArn":"","ruleIds":[]}""");
        var update = new TaskDefinition(
            TaskTypes.UpdateResources,
            """{"resourceTypes":["ACS::ECS::Instance","ACS::OSS::Bucket","ACS::NAS::FileSystem","ACS::OTS::Instance"]}""");
        for (var i = options.FinishedTasks; i > 0; i--)
        {
            Add(i % 3 == 0 ? check : update, now - options.TaskDuration - TimeSpan.FromMinutes(i), requestId: null, canFail: false);
        }
    }

    /// <summary>Ensures that the task may run beside the tasks that are running (<see cref="TaskConcurrency"/>).</summary>
    /// <exception cref="PlatformException">A task of the same type is running and excludes it.</exception>
    public void EnsureNoneIsRunning(TaskDefinition definition, DateTimeOffset now)
    {
        if (IsExcluded(definition, now))
        {
            throw new PlatformException(
                400, "CreateTaskFailed.PreviousTaskNotFinished", "The previous task is not finished. Please try again later.");
        }
    }

    /// <summary>Starts a task.</summary>
    /// <param name="definition">What the task does.</param>
    /// <param name="now">The time.</param>
    /// <param name="requestId">The request that starts the task.</param>
    public SandboxTask Start(TaskDefinition definition, DateTimeOffset now, string requestId)
    {
        var task = Add(definition, now, requestId, canFail: true);
        _latest[(definition.Type, definition.Scope)] = task;
        if (definition.Effect is not null && !task.Fails)
            _effects.Enqueue(task);
        return task;
    }

    /// <summary>Applies the effects of the tasks that have finished since the last call, in the order in which they finished.</summary>
    public void ApplyDueEffects(DateTimeOffset now)
    {
        // All tasks have the same duration, so they finish in the order in which they started.
        while (_effects.Count > 0 && _effects.Peek().IsFinished(now))
        {
            var task = _effects.Dequeue();
            task.Definition.Effect!(task);
        }
    }

    // All tasks have the same duration, so the latest of a type finishes last.
    private bool IsExcluded(TaskDefinition definition, DateTimeOffset now) => options.TaskConcurrency switch
    {
        TaskConcurrency.PerTarget => Running(definition.Type, definition.Scope, now) is not null,
        TaskConcurrency.PerType => _byType.TryGetValue(definition.Type, out var ofType) && !ofType[ofType.Count - 1].IsFinished(now),
        _ => false,
    };

    private SandboxTask Add(TaskDefinition definition, DateTimeOffset now, string? requestId, bool canFail)
    {
        var index = _tasks.Count;
        var task = new SandboxTask
        {
            Index = index,
            TaskId = "t-" + SeededRandom.Tail(options.Seed, RandomStream.TaskId, index),
            RequestId = requestId ?? SeededRandom.RequestId(options.Seed, RandomStream.TaskRequestId, index),
            Definition = definition,
            CreatedTime = now,
            Duration = options.TaskDuration,
            Fails = canFail && SeededRandom.Share(options.Seed, RandomStream.TaskFailure, index) < options.FailingTasks,
        };
        _tasks.Add(task);
        if (task.Fails)
            _failing.Add(task);
        if (!_byType.TryGetValue(definition.Type, out var ofType))
            _byType.Add(definition.Type, ofType = []);
        ofType.Add(task);
        return task;
    }
}
