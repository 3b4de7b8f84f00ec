using System.Globalization;

namespace Bdrc.Benchmarks.Report;

/// <summary>One line of the table.</summary>
internal sealed record Row(string Work, string Limit, string Ours, string Ratio, string Budget, string Verdict)
{
    /// <summary>A figure that is held against the limit of the same run: only the ratio counts.</summary>
    /// <param name="work">What was done.</param>
    /// <param name="format">Format of both figures, with their unit.</param>
    /// <param name="limit">The limit's figure.</param>
    /// <param name="ours">Our figure.</param>
    /// <param name="budget">The greatest ratio allowed; where more is better, the least.</param>
    /// <param name="moreIsBetter">Whether a greater figure is the better one.</param>
    public static Row Compared(string work, string format, double limit, double ours, double budget, bool moreIsBetter = false)
    {
        var ratio = ours / limit;
        var held = moreIsBetter ? ratio >= budget : ratio <= budget;
        return new(work, Text(format, limit), Text(format, ours), Text("{0:0.00}", ratio), Text(moreIsBetter ? ">= {0:0.00}" : "<= {0:0.00}", budget), held ? "held" : "MISSED");
    }

    /// <summary>A figure with a budget of its own.</summary>
    public static Row Absolute(string work, string format, double limit, double ours, double budget) =>
        new(work, Text(format, limit), Text(format, ours), "", "<= " + Text(format, budget), ours <= budget ? "held" : "MISSED");

    public static Row Skipped(string work, string reason) => new(work, "", "", "", "", "skipped: " + reason);

    private static string Text(string format, double value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
