using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Errors;

/// <summary>Every error record the commands write is made here.</summary>
internal static class ErrorRecords
{
    /// <summary>A failed call.</summary>
    public static ErrorRecord From(BdrcException failure, object? target)
    {
        var text = failure.RequestId is null
            ? $"{failure.Message} [{failure.Code}]"
            : $"{failure.Message} [{failure.Code}, RequestId {failure.RequestId}]";
        return Create(failure, failure.Code, CategoryOf(failure.Kind), target, text, failure.RecommendedAction);
    }

    /// <summary>A task that ended otherwise than well.</summary>
    public static ErrorRecord TaskNotSucceeded(BdrcTask task)
    {
        var reason = string.IsNullOrWhiteSpace(task.ErrorMessage) ? "the service gives no reason" : task.ErrorMessage;
        var message = $"Task {task.TaskId} ({task.TaskType}) ended as {task.TaskStatus}: {reason}";
        var failure = new BdrcException(BdrcErrorKind.Unknown, "Task" + Capitalised(task.TaskStatus), message) { Operation = "DescribeTask" };
        return Create(failure, failure.Code, ErrorCategory.InvalidResult, task, message, "Look at the task's ErrorMessage and TaskDetail; start it again when the cause is mended.");
    }

    /// <summary>A wait whose time is over.</summary>
    public static ErrorRecord WaitTimedOut(TimeSpan timeout, IReadOnlyList<BdrcTask> unfinished)
    {
        const int Shown = 10;
        var ids = new List<string>();
        for (var i = 0; i < unfinished.Count && i < Shown; i++)
            ids.Add($"{unfinished[i].TaskId} ({unfinished[i].TaskStatus ?? "not seen"}, {unfinished[i].PercentComplete.ToString("0.##", CultureInfo.InvariantCulture)} %)");
        var more = unfinished.Count > Shown ? $" and {unfinished.Count - Shown} more" : string.Empty;
        var message = $"Not finished within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s: {string.Join(", ", ids)}{more}. The tasks go on.";
        var failure = new BdrcException(BdrcErrorKind.Timeout, "WaitTimeout", message);
        return Create(failure, failure.Code, ErrorCategory.OperationTimeout, unfinished, message, "Wait again with a longer -Timeout, or look with Get-BdrcTask.");
    }

    private static ErrorRecord Create(
        BdrcException failure, string id, ErrorCategory category, object? target, string text, string? action) =>
        new(failure, id, category, target)
        {
            ErrorDetails = new ErrorDetails(text) { RecommendedAction = action ?? string.Empty },
        };

    private static ErrorCategory CategoryOf(BdrcErrorKind kind) => kind switch
    {
        BdrcErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        BdrcErrorKind.Authentication => ErrorCategory.AuthenticationError,
        BdrcErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        BdrcErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        BdrcErrorKind.LimitsExceeded => ErrorCategory.LimitsExceeded,
        BdrcErrorKind.Timeout => ErrorCategory.OperationTimeout,
        BdrcErrorKind.Connection => ErrorCategory.ConnectionError,
        BdrcErrorKind.Unavailable or BdrcErrorKind.Conflict => ErrorCategory.ResourceUnavailable,
        BdrcErrorKind.InvalidResponse => ErrorCategory.InvalidResult,
        _ => ErrorCategory.NotSpecified,
    };

    private static string Capitalised(string? status) =>
        string.IsNullOrEmpty(status) ? "Unknown" : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(LowerCase(status!));

#pragma warning disable CA1308 // FAILED becomes Failed.
    private static string LowerCase(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
