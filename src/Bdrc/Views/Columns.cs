using System.Globalization;

namespace Bdrc.Views;

/// <summary>The text of table columns that are computed from a property.</summary>
public static class Columns
{
    /// <summary>A percentage, for example <c>1 %</c> or <c>33.33 %</c>.</summary>
    /// <param name="percent">0 to 100.</param>
    public static string Percent(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A time to the second, in local time; empty for null.</summary>
    /// <param name="time">The time.</param>
    public static string Time(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A span to the second, with days when there is at least one; empty for null.</summary>
    /// <param name="span">The span.</param>
    public static string Span(TimeSpan? span) =>
        span?.ToString(span.Value.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The number of resources of all types.</summary>
    /// <param name="counts">Counts by type.</param>
    public static long Sum(IEnumerable<BdrcResourceCount> counts)
    {
        var sum = 0L;
        foreach (var count in counts ?? [])
            sum += count.Count;
        return sum;
    }
}
