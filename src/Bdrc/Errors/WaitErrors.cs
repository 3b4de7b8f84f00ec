using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Errors;

/// <summary>The error records of waits.</summary>
internal static class WaitErrors
{
    private const int MaximumNamed = 10;

    /// <summary>A task that ended without success.</summary>
    public static ErrorRecord TaskNotSucceeded(BdrcTask task)
    {
        var reason = string.IsNullOrWhiteSpace(task.ErrorMessage) ? Strings.TaskReasonMissing : task.ErrorMessage;
        var message = Strings.TaskNotSucceeded.FormatInvariant(task.TaskId, task.TaskType, task.TaskStatus, reason);
        var failure = new BdrcException(BdrcErrorKind.Unknown, "Task" + Capitalise(task.TaskStatus), message)
        {
            Operation = "DescribeTask",
        };
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.InvalidResult, task, message, Strings.TaskNotSucceededAction);
    }

    /// <summary>A wait that timed out.</summary>
    public static ErrorRecord TimedOut(TimeSpan timeout, IReadOnlyList<BdrcTask> unfinished)
    {
        var message = Strings.WaitTimeout.FormatInvariant(Math.Round(timeout.TotalSeconds, 3), Describe(unfinished));
        var failure = new BdrcException(BdrcErrorKind.Timeout, "WaitTimeout", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationTimeout, unfinished, message, Strings.WaitTimeoutAction);
    }

    /// <summary>A wait that ended at the first failure.</summary>
    public static ErrorRecord FailedFast(IReadOnlyList<BdrcTask> left)
    {
        var message = Strings.WaitFailedFast.FormatInvariant(left.Count, Describe(left));
        var failure = new BdrcException(BdrcErrorKind.Unknown, "WaitFailedFast", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationStopped, left, message, Strings.WaitFailedFastAction);
    }

    /// <summary>A service that was not initialised in time.</summary>
    public static ErrorRecord ServiceNotReady(TimeSpan timeout, BdrcService? service)
    {
        var message = Strings.ServiceNotReady.FormatInvariant(
            Math.Round(timeout.TotalSeconds, 3),
            service?.ServiceStatus ?? Strings.TaskNotPolled,
            service?.ServiceInitializeStatus ?? Strings.TaskNotPolled);
        var failure = new BdrcException(BdrcErrorKind.Timeout, "WaitTimeout", message);
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.OperationTimeout, service, message, Strings.ServiceNotReadyAction);
    }

    /// <summary>A service that was closed or failed to initialise.</summary>
    public static ErrorRecord ServiceLost(BdrcService? service)
    {
        var message = Strings.ServiceNotInitializing.FormatInvariant(
            service?.ServiceStatus, service?.ServiceInitializeStatus ?? Strings.TaskNotPolled);
        var failure = new BdrcException(BdrcErrorKind.Unknown, "ServiceNotInitialized", message) { Operation = "GetBdrcService" };
        return ErrorRecords.Create(
            failure, failure.Code, ErrorCategory.InvalidResult, service, message, Strings.ServiceNotInitializingAction);
    }

    private static string Describe(IReadOnlyList<BdrcTask> tasks)
    {
        var names = new List<string>();
        for (var i = 0; i < tasks.Count && i < MaximumNamed; i++)
        {
            var percent = tasks[i].PercentComplete.ToString("0.##", CultureInfo.InvariantCulture);
            names.Add(Strings.TaskAndState.FormatInvariant(tasks[i].TaskId, tasks[i].TaskStatus ?? Strings.TaskNotPolled, percent));
        }

        var named = string.Join(", ", names);
        return tasks.Count > MaximumNamed ? Strings.AndMore.FormatInvariant(named, tasks.Count - MaximumNamed) : named;
    }

    private static string Capitalise(string? status) =>
        string.IsNullOrEmpty(status) ? "Unknown" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(LowerCase(status!));

#pragma warning disable CA1308 // FAILED becomes Failed.
    private static string LowerCase(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
