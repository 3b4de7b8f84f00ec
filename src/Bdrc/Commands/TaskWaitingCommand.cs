using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Tasks;
using Bdrc.Jobs;
using Bdrc.Parameters;
using Bdrc.Pipeline;
using Bdrc.Progress;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>The base of commands that can wait for tasks or for the service, in the pipeline or in a job.</summary>
public abstract class TaskWaitingCommand : BdrcCommand
{
    private const int MaximumNamed = 5;

    private readonly List<string> _taskIds = [];

    // Created on first use: Get-Command creates a command that has dynamic parameters, and must not load Core for it.
    private List<RefusedStart>? _refused;
    private bool _hasWaited;
    private bool _showsWarnings;

    /// <summary>How long to wait at most, in seconds or as a TimeSpan; without it there is no limit.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [Duration(0, 2592000)]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Time between two polls, in seconds or as a TimeSpan; without it 2 s, growing to 15, shorter near the end.</summary>
    [Parameter]
    [Duration(0.01, 3600)]
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Wait in a background job, and emit the job. Receive-Job returns the results.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>
    /// Wait for what the command starts. Only an override with a Parameter attribute is a parameter: a command that always
    /// waits has none.
    /// </summary>
    public virtual SwitchParameter Wait { get; set; }

    /// <summary>Whether the command waits, so that the parameters of a wait have an effect.</summary>
    private protected virtual bool Waits => Wait || AsJob;

    /// <inheritdoc/>
    private protected override void CheckParameters(GivenParameters given) =>
        given.RequireFor(
            Waits, static () => Strings.EitherOf.FormatInvariant("-Wait", "-AsJob"), nameof(Timeout), nameof(PollInterval));

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        base.Prepare();
        _showsWarnings = StreamPreferences.ShowsWarnings(this);
    }

    /// <summary>
    /// Starts a task after ShouldProcess and emits its handle. With -Wait or -AsJob the wait for all started tasks begins after
    /// the last record; a task that the service refuses because another one runs is then started later.
    /// </summary>
    /// <param name="name">The object, for ShouldProcess.</param>
    /// <param name="action">The action, for ShouldProcess.</param>
    /// <param name="start">Starts the task.</param>
    /// <param name="target">The record, for errors.</param>
    /// <param name="findRunning">Finds a running task that does the same; null when there is none or when it may not be joined.</param>
    protected void StartTask(
        string name,
        string action,
        Func<CancellationToken, Task<BdrcTaskHandle>> start,
        object? target,
        Func<CancellationToken, Task<string?>>? findRunning = null)
    {
        if (!ConfirmChange(name, action))
            return;
        if (!Waits)
        {
            TryWriteResult(start, target);
            return;
        }

        try
        {
            _taskIds.Add(Await(start).TaskId);
        }
        catch (BdrcException refusal) when (RefusedStart.IsRefusal(refusal))
        {
            if (findRunning is not null && TryAwait(findRunning, target, out var running) && running is not null)
            {
                WriteVerbose(Strings.WaitJoined.FormatInvariant(running));
                _taskIds.Add(running);
                return;
            }

            WriteVerbose(Strings.StartQueued.FormatInvariant(TextSanitizer.Of(name)));
            (_refused ??= []).Add(new RefusedStart(target, start, refusal));
        }
        catch (BdrcException failure)
        {
            WriteFailure(failure, target);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_taskIds.Count > 0 || _refused is not null)
            WaitForTasks(_taskIds, new TaskWaitMode(JustStarted: true));
        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The pipeline ended early, and nobody has the ids of the started tasks.
        if (disposing && !_hasWaited && _taskIds.Count > 0)
            WriteToHost(Strings.TasksContinue.FormatInvariant(Describe(_taskIds)));
        base.Dispose(disposing);
    }

    /// <summary>Waits for tasks. Writes each as it ends, and an error for one that did not succeed.</summary>
    /// <param name="taskIds">Their ids, each once.</param>
    /// <param name="mode">When to stop waiting.</param>
    private protected void WaitForTasks(IReadOnlyList<string> taskIds, TaskWaitMode mode)
    {
        _hasWaited = true;
        WaitFor<TaskWatchReport>(
            onDiagnostic => Watch(taskIds, mode, onDiagnostic),
            (output, progress) => new TaskWaitReporter(output, new TaskProgress(output, progress), Timeout, ToOutput),
            Describe(taskIds),
            taskIds);
    }

    /// <summary>Returns what is written for an ended task. For one that did not succeed an error follows.</summary>
    /// <param name="task">The task.</param>
    protected virtual IReadOnlyList<object> ToOutput(BdrcTask task) => [task];

    /// <summary>Waits and writes the results of each poll; with -AsJob starts a job that does so, and writes the job.</summary>
    /// <typeparam name="TReport">The result of a poll.</typeparam>
    /// <param name="watch">Creates a watcher that reports to a callback; returns what polls next, which returns null at the end.</param>
    /// <param name="createReporter">Creates what writes the results.</param>
    /// <param name="description">
    /// A command that would wait for the same. Not the typed line, which may hold secrets and would be visible in Get-Job.
    /// </param>
    /// <param name="target">The record, for errors.</param>
    private protected void WaitFor<TReport>(
        Func<Action<BdrcDiagnostic>, Func<CancellationToken, Task<TReport?>>> watch,
        Func<IWaitOutput, ProgressMode, IWaitReporter<TReport>> createReporter,
        string description,
        object? target)
        where TReport : class
    {
        var progress = ProgressMode.Of(Host);
        if (AsJob)
        {
            var job = new WaitJob(description, ResolvedContext.Region ?? ResolvedContext.Endpoint.Authority, KeepsDetails());
            JobRepository.Add(job);
            job.Start(watch(job.OnDiagnostic), createReporter(job.Streams, progress));
            WriteObject(job);
            return;
        }

        var reporter = createReporter(new CommandOutput(this), progress);
        var next = watch(OnDiagnostic);
        try
        {
            while (TryAwait(next, target, out var report) && report is not null)
                reporter.Write(report);
        }
        catch (PipelineStoppedException)
        {
            WriteToHost(Strings.WaitStopped.FormatInvariant(description));
            throw;
        }
        finally
        {
            reporter.Complete();
        }
    }

    // The streams of a pipeline that has ended are closed; the host still shows text.
    private void WriteToHost(string text)
    {
        if (_showsWarnings)
            Host.UI?.WriteWarningLine(text);
    }

    private string Describe(IReadOnlyList<string> taskIds)
    {
        if (taskIds.Count == 0)
            return MyInvocation.MyCommand.Name + " -Wait";

        var named = string.Join(", ", taskIds.Take(MaximumNamed).Select(TextSanitizer.Of));
        return "Wait-BdrcTask -TaskId " + named + (taskIds.Count > MaximumNamed ? ", ..." : string.Empty);
    }

    private Func<CancellationToken, Task<TaskWatchReport?>> Watch(
        IReadOnlyList<string> taskIds, TaskWaitMode mode, Action<BdrcDiagnostic> onDiagnostic)
    {
        var options = new TaskWatchOptions
        {
            Timeout = Timeout,
            PollInterval = PollInterval,
            Any = mode.Any,
            FailFast = mode.FailFast,
            JustStarted = mode.JustStarted,
        };
        return TaskStartWatcher.Create(ResolvedContext, onDiagnostic, taskIds, _refused ?? [], options).NextAsync;
    }

    private bool KeepsDetails() => MyInvocation.BoundParameters.TryGetValue("Verbose", out var isVerbose)
        ? LanguagePrimitives.IsTrue(isVerbose)
        : GetVariableValue("VerbosePreference") is ActionPreference preference && preference != ActionPreference.SilentlyContinue;
}

/// <summary>How a command waits for tasks.</summary>
/// <param name="Any">Whether the wait ends with the first task that ends.</param>
/// <param name="FailFast">Whether the wait ends with the first task that fails.</param>
/// <param name="JustStarted">Whether the service may not show the tasks yet.</param>
internal sealed record TaskWaitMode(bool Any = false, bool FailFast = false, bool JustStarted = false);
