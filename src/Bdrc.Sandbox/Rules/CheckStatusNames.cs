namespace Bdrc.Sandbox.Rules;

/// <summary>The names of check results in the API.</summary>
internal static class CheckStatusNames
{
    public static string Text(this CheckStatus status) => status switch
    {
        CheckStatus.Passed => "PASSED",
        CheckStatus.Failed => "FAILED",
        CheckStatus.CheckFailed => "CHECK_FAILED",
        CheckStatus.Checking => "CHECKING",
        _ => "NOT_CHECKED",
    };
}
