namespace Bdrc.Faults.Tests.Paging;

/// <summary>How a list ends.</summary>
public enum PageEnding
{
    /// <summary>The list is complete. Nothing is reported.</summary>
    Complete,

    /// <summary>The list may be incomplete. A warning reports it.</summary>
    Warned,

    /// <summary>The list is incomplete. An error reports it.</summary>
    Failed,
}
