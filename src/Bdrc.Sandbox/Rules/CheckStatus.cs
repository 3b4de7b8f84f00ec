namespace Bdrc.Sandbox.Rules;

/// <summary>The result of the last evaluation of a rule on a resource.</summary>
internal enum CheckStatus : byte
{
    NotChecked,
    Passed,

    /// <summary>The rule is violated: a risk.</summary>
    Failed,

    /// <summary>The evaluation could not be executed.</summary>
    CheckFailed,

    /// <summary>An evaluation is running.</summary>
    Checking,
}

/// <summary>The values of CheckStatus in the API.</summary>
internal static class CheckStatusText
{
    public static string ToApiText(this CheckStatus status) => status switch
    {
        CheckStatus.Passed => "PASSED",
        CheckStatus.Failed => "FAILED",
        CheckStatus.CheckFailed => "CHECK_FAILED",
        CheckStatus.Checking => "CHECKING",
        _ => "NOT_CHECKED",
    };
}
