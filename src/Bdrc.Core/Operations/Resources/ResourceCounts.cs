using System.Globalization;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Operations.Resources;

/// <summary>Reads the <c>TaskResult</c> of PrecheckResourceCount; its format is known from one published sample.</summary>
public static class ResourceCounts
{
    /// <summary>Reads the counts.</summary>
    /// <param name="task">The finished task.</param>
    /// <exception cref="BdrcException">The result has another format.</exception>
    public static IReadOnlyList<BdrcResourceCount> Read(BdrcTask task)
    {
        if (task is null)
            throw new ArgumentNullException(nameof(task));
        if (JsonText.Parse(task.TaskResult) is not IDictionary<string, object?> result
            || !result.TryGetValue("resourceCounts", out var list)
            || list is not object?[] items)
        {
            throw new BdrcException(
                BdrcErrorKind.InvalidResponse, "UnknownTaskResult", Strings.TaskResultUnknown.FormatInvariant(task.TaskId))
            {
                RecommendedAction = Strings.TaskResultAdvice,
            };
        }

        var counts = new List<BdrcResourceCount>(items.Length);
        foreach (var item in items)
        {
            if (item is IDictionary<string, object?> fields)
                counts.Add(ReadOne(fields));
        }

        return counts;
    }

    private static BdrcResourceCount ReadOne(IDictionary<string, object?> fields)
    {
        var count = new BdrcResourceCount();
        foreach (var field in fields)
        {
            if (string.Equals(field.Key, "resourceType", StringComparison.OrdinalIgnoreCase))
                count.ResourceType = field.Value as string;
            else if (string.Equals(field.Key, "count", StringComparison.OrdinalIgnoreCase))
                count.Count = Convert.ToInt64(field.Value, CultureInfo.InvariantCulture);
            else
                count.AdditionalProperties[field.Key] = field.Value;
        }

        return count;
    }
}
