using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Tasks;
using Bdrc.Jobs;
using Bdrc.Progress;
using Bdrc.Sandbox.Contract;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>The base of commands that can wait, here or in a job.</summary>
public abstract class WaitingCommand : BdrcCommand
{
    /// <summary>How long to wait at most, in seconds or as a TimeSpan; without it there is no limit.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [Duration(0, 2592000)]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Time between two looks, in seconds or as a TimeSpan; without it 2 s, growing to 15, shorter near the end.</summary>
    [Parameter]
    [Duration(0.01, 3600)]
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Wait in the background, and emit a job that Receive-Job takes the results from.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>Waits, and writes what each look brings; with <see cref="AsJob"/> writes a job that does so.</summary>
    /// <typeparam name="TReport">What a look brings.</typeparam>
    /// <param name="watch">Begins the watch with a place for its messages; gives what takes the next look, null when it is over.</param>
    /// <param name="reports">Writes what a look brings.</param>
    /// <param name="description">A command that would wait for the same. Not the line that was typed: it may hold what nobody else should read.</param>
    /// <param name="target">The record that is waited for, for errors.</param>
    private protected void WaitFor<TReport>(
        Func<Action<BdrcDiagnostic>, Func<CancellationToken, Task<TReport?>>> watch,
        Func<IWaitOutput, ProgressMode, IWaitReporter<TReport>> reports,
        string description,
        object? target)
        where TReport : class
    {
        var place = ProgressMode.Of(Host);
        if (AsJob)
        {
            var job = new WaitJob(description, Target.Region ?? Target.Endpoint.Authority, WantsDetails());
            JobRepository.Add(job);
            job.Start(watch(job.Report), reports(job.Streams, place));
            WriteObject(job);
            return;
        }

        var written = reports(new CommandOutput(this), place);
        var next = watch(Report);
        try
        {
            while (TryAwait(next, target, out var report) && report is not null)
                written.Write(report);
        }
        finally
        {
            written.Complete();
        }
    }

    private bool WantsDetails()
    {
        if (MyInvocation.BoundParameters.TryGetValue("Verbose", out var asked))
            return LanguagePrimitives.IsTrue(asked);
        return GetVariableValue("VerbosePreference") is ActionPreference preference && preference != ActionPreference.SilentlyContinue;
    }
}
