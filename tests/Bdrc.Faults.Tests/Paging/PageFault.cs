namespace Bdrc.Faults.Tests.Paging;

/// <summary>A list with faulty pages.</summary>
/// <param name="Name">The fault.</param>
/// <param name="Ending">The required ending.</param>
/// <param name="Items">The tasks that must be returned, in this order.</param>
/// <param name="Pages">The responses to the requests, in order: status and body.</param>
internal sealed record PageFault(string Name, PageEnding Ending, string Items, params (int Status, string Body)[] Pages);
