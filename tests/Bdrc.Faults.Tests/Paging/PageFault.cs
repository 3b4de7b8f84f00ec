namespace Bdrc.Faults.Tests.Paging;

/// <summary>A list whose pages are not as they should be.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Ending">What must follow.</param>
/// <param name="Items">The tasks that must be given, in this order.</param>
/// <param name="Pages">What the service answers, one request after the other: status and body.</param>
internal sealed record PageFault(string Name, PageEnding Ending, string Items, params (int Status, string Body)[] Pages);
