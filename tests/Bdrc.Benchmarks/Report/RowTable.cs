using System.Globalization;

namespace Bdrc.Benchmarks.Report;

/// <summary>Writes the rows as a Markdown table.</summary>
internal static class RowTable
{
    public static void Write(TextWriter output, IReadOnlyList<Row> rows)
    {
        List<string[]> lines = [["work", "limit", "ours", "ratio", "budget", "verdict"]];
        foreach (var row in rows)
            lines.Add([row.Work, row.Limit, row.Ours, row.Ratio, row.Budget, row.Verdict]);
        WriteLines(output, lines);
    }

    /// <summary>Writes lines of cells as a Markdown table; the first is its head.</summary>
    public static void WriteLines(TextWriter output, IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            output.WriteLine("| " + string.Join(" | ", lines[i].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (i == 0)
                output.WriteLine("|" + string.Join('|', widths.Select(width => new string('-', width + 2))) + "|");
        }
    }
}

/// <summary>One row of the table.</summary>
internal sealed record Row(string Work, string Limit, string Ours, string Ratio, string Budget, string Verdict)
{
    /// <summary>A figure compared with the limit of the same run by their ratio.</summary>
    /// <param name="work">The measured work.</param>
    /// <param name="format">Format of both figures, with their unit.</param>
    /// <param name="limit">The limit's figure.</param>
    /// <param name="ours">Our figure.</param>
    /// <param name="budget">The highest allowed ratio, or the lowest when more is better.</param>
    /// <param name="moreIsBetter">Whether a higher figure is better.</param>
    public static Row Compared(string work, string format, double limit, double ours, double budget, bool moreIsBetter = false)
    {
        var ratio = ours / limit;
        var held = moreIsBetter ? ratio >= budget : ratio <= budget;
        var budgetFormat = moreIsBetter ? ">= {0:0.00}" : "<= {0:0.00}";
        return new(
            work, Text(format, limit), Text(format, ours), Text("{0:0.00}", ratio), Text(budgetFormat, budget), held ? "held" : "MISSED");
    }

    /// <summary>A figure compared with an absolute budget.</summary>
    public static Row Absolute(string work, string format, double limit, double ours, double budget) =>
        new(work, Text(format, limit), Text(format, ours), "", "<= " + Text(format, budget), ours <= budget ? "held" : "MISSED");

    public static Row Skipped(string work, string reason) => new(work, "", "", "", "", "skipped: " + reason);

    private static string Text(string format, double value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
