using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Errors;

/// <summary>The error records of waits.</summary>
internal static class WaitErrors
{
    private const int TasksNamed = 10;

    /// <summary>A task that ended otherwise than well.</summary>
    public static ErrorRecord TaskNotSucceeded(BdrcTask task)
    {
        var reason = string.IsNullOrWhiteSpace(task.ErrorMessage) ? Messages.TaskGivesNoReason : task.ErrorMessage;
        var message = Messages.TaskNotSucceeded.Fill(task.TaskId, task.TaskType, task.TaskStatus, reason);
        var failure = new BdrcException(BdrcErrorKind.Unknown, "Task" + Capitalised(task.TaskStatus), message) { Operation = "DescribeTask" };
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.InvalidResult, task, message, Messages.TaskNotSucceededAction);
    }

    /// <summary>A wait whose time is over.</summary>
    public static ErrorRecord TimedOut(TimeSpan timeout, IReadOnlyList<BdrcTask> unfinished)
    {
        var message = Messages.WaitTimeout.Fill(Math.Round(timeout.TotalSeconds, 3), Describe(unfinished));
        var failure = new BdrcException(BdrcErrorKind.Timeout, "WaitTimeout", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationTimeout, unfinished, message, Messages.WaitTimeoutAction);
    }

    /// <summary>A wait that ended at the first failure.</summary>
    public static ErrorRecord FailedFast(IReadOnlyList<BdrcTask> left)
    {
        var message = Messages.WaitFailedFast.Fill(left.Count, Describe(left));
        var failure = new BdrcException(BdrcErrorKind.Unknown, "WaitFailedFast", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationStopped, left, message, Messages.WaitFailedFastAction);
    }

    /// <summary>A service that was not initialised in time.</summary>
    public static ErrorRecord ServiceNotReady(TimeSpan timeout, BdrcService? service)
    {
        var message = Messages.ServiceNotReady.Fill(
            Math.Round(timeout.TotalSeconds, 3), service?.ServiceStatus ?? Messages.TaskNotSeen, service?.ServiceInitializeStatus ?? Messages.TaskNotSeen);
        var failure = new BdrcException(BdrcErrorKind.Timeout, "WaitTimeout", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationTimeout, service, message, Messages.ServiceNotReadyAction);
    }

    /// <summary>A service that will not be ready any more.</summary>
    public static ErrorRecord ServiceLost(BdrcService? service)
    {
        var message = Messages.ServiceLost.Fill(service?.ServiceStatus, service?.ServiceInitializeStatus ?? Messages.TaskNotSeen);
        var failure = new BdrcException(BdrcErrorKind.Unknown, "ServiceNotInitialized", message) { Operation = "GetBdrcService" };
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.InvalidResult, service, message, Messages.ServiceLostAction);
    }

    private static string Describe(IReadOnlyList<BdrcTask> tasks)
    {
        var names = new List<string>();
        for (var i = 0; i < tasks.Count && i < TasksNamed; i++)
        {
            var percent = tasks[i].PercentComplete.ToString("0.##", CultureInfo.InvariantCulture);
            names.Add(Messages.TaskAndState.Fill(tasks[i].TaskId, tasks[i].TaskStatus ?? Messages.TaskNotSeen, percent));
        }

        var named = string.Join(", ", names);
        return tasks.Count > TasksNamed ? Messages.AndMore.Fill(named, tasks.Count - TasksNamed) : named;
    }

    private static string Capitalised(string? status) =>
        string.IsNullOrEmpty(status) ? "Unknown" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(LowerCase(status!));

#pragma warning disable CA1308 // FAILED becomes Failed.
    private static string LowerCase(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
