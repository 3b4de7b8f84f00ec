using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Views;

namespace Bdrc.Errors;

/// <summary>Creates every error record that the commands write.</summary>
internal static class ErrorRecords
{
    /// <summary>A failed call.</summary>
    public static ErrorRecord From(BdrcException failure, object? target)
    {
        var text = failure.RequestId is null
            ? Strings.ErrorText.FormatInvariant(failure, failure.Code)
            : Strings.ErrorTextWithRequest.FormatInvariant(failure, failure.Code, failure.RequestId);
        return Create(failure, failure.Code, CategoryOf(failure.Kind), target, text, failure.RecommendedAction);
    }

    /// <summary>Any failure, with its text and recommended action in ErrorDetails.</summary>
    public static ErrorRecord Create(
        BdrcException failure, string id, ErrorCategory category, object? target, string text, string? action)
    {
        DisplayText.Guard(failure);
        var record = new ErrorRecord(failure, TextSanitizer.Of(id), category, ShownTarget(target))
        {
            ErrorDetails = new ErrorDetails(text) { RecommendedAction = action ?? string.Empty },
        };
        record.CategoryInfo.TargetName = TextSanitizer.Of(record.CategoryInfo.TargetName);
        return record;
    }

    // Get-Error converts texts to string, which a guarded text does not change. A target is shown, not used: it may be changed.
    private static object? ShownTarget(object? target) => target switch
    {
        string text => TextSanitizer.WholeOf(text),
        IEnumerable<string> texts => texts.Select(TextSanitizer.WholeOf).ToArray(),
        _ => DisplayText.Guard(target),
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
}
