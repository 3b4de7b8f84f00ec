namespace Bdrc.Console.Running;

/// <summary>How a script ended.</summary>
internal enum RunResult
{
    /// <summary>It ended without an error.</summary>
    Succeeded,

    /// <summary>An error ended it, or it showed an error, or its last command failed.</summary>
    Failed,

    /// <summary>It was stopped from outside.</summary>
    Stopped,
}
