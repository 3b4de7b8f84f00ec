namespace Bdrc.Sandbox.Rules;

/// <summary>What the last evaluation of a rule on a resource found.</summary>
internal enum CheckStatus : byte
{
    NotChecked,
    Passed,

    /// <summary>The rule is violated: a risk.</summary>
    Failed,

    /// <summary>The evaluation itself could not be carried out.</summary>
    CheckFailed,

    /// <summary>An evaluation is under way.</summary>
    Checking,
}
