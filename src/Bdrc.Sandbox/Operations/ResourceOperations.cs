using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>UpdateResources, PrecheckResourceCount, DescribeResources, DescribeTopRiskyResources.</summary>
internal static class ResourceOperations
{
    private const int TopCount = 10;

    [Operation("UpdateResources")]
    public static void Update(OperationCall call)
    {
        var kinds = Kinds(call);
        var checks = call.Account.Checks;
        var detail = SandboxJson.Object(json => json.WriteStrings("resourceTypes", kinds.Select(kind => kind.Type)));
        call.StartTask(new TaskDefinition(TaskTypes.UpdateResources, detail)
        {
            Subjects = kinds.Select(kind => kind.Type),
            Effect = task =>
            {
                foreach (var kind in kinds)
                    checks.Refresh(kind.Number, task.EndTime);
            },
        });
    }

    [Operation("PrecheckResourceCount")]
    public static void Precheck(OperationCall call)
    {
        var kinds = Kinds(call);
        var matchers = call.Values["TagResourceMatchers"]!;
        var counts = Count(call, matchers);
        var detail = SandboxJson.Object(json =>
        {
            json.WriteStrings("resourceTypes", kinds.Select(kind => kind.Type));
            json.WriteString("tagResourceMatchers", matchers);
        });
        var result = SandboxJson.Object(json =>
        {
            json.WriteStartArray("resourceCounts");
            foreach (var kind in kinds)
            {
                json.WriteStartObject();
                json.WriteString("resourceType", kind.Type);
                json.WriteNumber("count", counts[kind.Number]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        call.StartTask(new TaskDefinition(TaskTypes.PrecheckResourceCount, detail) { Result = result });
    }

    /// <summary>In the order of the inventory, or by score. A page does not read the records of earlier pages.</summary>
    [Operation("DescribeResources")]
    public static void List(OperationCall call)
    {
        var filter = new ResourceFilter(call);
        long? total = TotalCount(call, filter);
        if (call.Values["SortBy"] is not { } sortBy)
        {
            ListPage.Write(
                call,
                from => filter.Indices((int)Math.Min(from ?? 0, int.MaxValue)),
                index => index,
                index => ResourceWriter.Write(call, index),
                total);
            return;
        }

        if (sortBy != "protectionScore")
            throw call.Values.Invalid("SortBy", "protectionScore is allowed.");
        var descending = call.Values["SortOrder"] == "DESC";
        ListPage.Write(
            call,
            from => call.Account.Scores.From(descending, ScorePosition(from)).Where(entry => filter.Matches(entry.Index)),
            entry => ((long)entry.Score << 32) | (uint)entry.Index,
            entry => ResourceWriter.Write(call, entry.Index),
            total);
    }

    /// <summary>
    /// The number of resources that match. A filtered list states it on its first page only, because it is counted.
    /// </summary>
    private static long? TotalCount(OperationCall call, ResourceFilter filter)
    {
        if (!filter.HasConditions)
            return filter.CandidateCount;
        return call.Values["NextToken"] is null ? filter.Indices().Count() : null;
    }

    /// <summary>The ten resources with the most risks; with equal risks the lower score comes first.</summary>
    [Operation("DescribeTopRiskyResources")]
    public static void ListTopRisky(OperationCall call)
    {
        var checks = call.Account.Checks;
        var top = new List<(int Risks, int Score, int Index)>(TopCount + 1);
        foreach (var index in new ResourceFilter(call).Indices())
        {
            var candidate = (Risks: checks.Count(index, CheckStatus.Failed), Score: checks.Score(index), Index: index);
            if (candidate.Risks == 0 || (top.Count == TopCount && Compare(candidate, top[TopCount - 1]) >= 0))
                continue;

            var position = top.BinarySearch(candidate, Comparer<(int Risks, int Score, int Index)>.Create(Compare));
            top.Insert(~position, candidate);
            if (top.Count > TopCount)
                top.RemoveAt(TopCount);
        }

        call.Json.WriteStartArray("Content");
        foreach (var (_, _, index) in top)
        {
            call.Json.WriteStartObject();
            ResourceWriter.Write(call, index);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        ListPage.WriteEnd(call, TopCount, string.Empty, top.Count);
    }

    private static int Compare((int Risks, int Score, int Index) a, (int Risks, int Score, int Index) b)
    {
        if (a.Risks != b.Risks)
            return b.Risks.CompareTo(a.Risks);
        return a.Score != b.Score ? a.Score.CompareTo(b.Score) : a.Index.CompareTo(b.Index);
    }

    private static (int Score, int Index)? ScorePosition(long? position) =>
        position is { } value ? ((int)(value >> 32), (int)(uint)value) : null;

    private static IReadOnlyList<ResourceKind> Kinds(OperationCall call) =>
        call.ResourceKind() is { } kind ? [kind] : ResourceKind.All;

    private static long[] Count(OperationCall call, string matchers)
    {
        TagMatcher matcher;
        try
        {
            matcher = TagMatcher.ReadList(matchers);
        }
        catch (FormatException exception)
        {
            throw call.Values.Invalid("TagResourceMatchers", exception.Message);
        }

        var inventory = call.Account.Inventory;
        var counts = new long[ResourceKind.All.Count];
        for (var index = 0; index < inventory.OwnCount; index++)
        {
            if (matcher.Matches(inventory[index]))
                counts[inventory.KindNumber(index)]++;
        }

        return counts;
    }
}
