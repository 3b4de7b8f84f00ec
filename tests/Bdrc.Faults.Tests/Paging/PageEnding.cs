namespace Bdrc.Faults.Tests.Paging;

/// <summary>How a list must end.</summary>
public enum PageEnding
{
    /// <summary>It is complete, and nothing is said.</summary>
    Complete,

    /// <summary>It may be incomplete, and a warning says so.</summary>
    Warned,

    /// <summary>It is incomplete, and an error says so.</summary>
    Failed,
}
