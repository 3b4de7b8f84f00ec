namespace Bdrc.Faults.Tests.Paging;

/// <summary>The faults of paged lists and the required result of each.</summary>
internal static class PageFaults
{
    public static IReadOnlyList<PageFault> All { get; } =
    [
        new("a page that shrinks", PageEnding.Complete, "1 2 3 4 5 6", PageOf("1 2 3", "A"), PageOf("4", "B"), PageOf("5 6", null)),
        new("a page that grows", PageEnding.Complete, "1 2 3 4 5", PageOf("1", "A"), PageOf("2 3 4 5", null)),
        new(
            "an empty page with a token",
            PageEnding.Complete,
            "1 2",
            PageOf("1", "A"),
            PageOf("", "B"),
            PageOf("", "C"),
            PageOf("2", null)),
        new("a first page that is empty", PageEnding.Complete, "1", PageOf("", "A"), PageOf("1", null)),
        new("nothing at all", PageEnding.Complete, "", PageOf("", null)),
        new("an empty token", PageEnding.Complete, "1", PageOf("1", "")),
        new("no data", PageEnding.Complete, "1", PageOf("1", "A"), (200, """{"RequestId":"r","Data":{}}""")),
        new("content that is null", PageEnding.Complete, "1", PageOf(
            "1", "A"), (200, """{"RequestId":"r","Data":{"Content":null,"NextToken":null}}""")),
        new("the same token twice", PageEnding.Warned, "1 2", PageOf("1", "A"), PageOf("2", "A")),
        new("two tokens in turn", PageEnding.Warned, "1 2 3", PageOf("1", "A"), PageOf("2", "B"), PageOf("3", "A")),
        new("the same token with an empty page", PageEnding.Warned, "1", PageOf("1", "A"), PageOf("", "A")),
        new("a last page that is missing", PageEnding.Failed, "1 2", PageOf(
            "1 2", "A"), (400, """{"Code":"InvalidNextToken","Message":"The token is gone.","RequestId":"r"}""")),
        new("a page that is cut off", PageEnding.Failed, "1 2", PageOf("1 2", "A"), (200, """{"RequestId":"r","Data":{"Content":[{"Ta""")),
        new("a page that is not JSON", PageEnding.Failed, "1 2", PageOf("1 2", "A"), (200, "<html>login</html>")),
        new("a total that is too high", PageEnding.Complete, "1 2", PageOf("1", "A", 100), PageOf("2", null, 100)),
        new("a total that is too low", PageEnding.Complete, "1 2 3", PageOf("1 2", "A", 1), PageOf("3", null, 0)),
        new("a total below zero", PageEnding.Complete, "1 2", PageOf("1 2", null, -5)),
        new("a total that changes", PageEnding.Complete, "1 2", PageOf("1", "A", 2), PageOf("2", null, 9_223_372_036_854_775_807)),
    ];

    private static (int Status, string Body) PageOf(string items, string? token, long? total = null)
    {
        var tasks = items.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => $$"""{"TaskId":"{{id}}","TaskStatus":"COMPLETE"}""");
        var content = string.Join(',', tasks);
        var next = token is null ? string.Empty : $",\"NextToken\":\"{token}\"";
        var count = total is null ? string.Empty : $",\"TotalCount\":{total}";
        return (200, $"{{\"RequestId\":\"r\",\"Data\":{{\"Content\":[{content}]{next}{count}}}}}");
    }
}

/// <summary>A list with faulty pages.</summary>
/// <param name="Name">The fault.</param>
/// <param name="Ending">The required ending.</param>
/// <param name="Items">The tasks that must be returned, in this order.</param>
/// <param name="Pages">The responses to the requests, in order: status and body.</param>
internal sealed record PageFault(string Name, PageEnding Ending, string Items, params (int Status, string Body)[] Pages);

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
