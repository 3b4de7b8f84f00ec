namespace Bdrc.Benchmarks.Report;

/// <summary>The rows as a table that reads well in a terminal and in Markdown.</summary>
internal static class RowTable
{
    public static void Write(TextWriter output, IReadOnlyList<Row> rows)
    {
        List<string[]> lines = [["work", "limit", "ours", "ratio", "budget", "verdict"]];
        foreach (var row in rows)
            lines.Add([row.Work, row.Limit, row.Ours, row.Ratio, row.Budget, row.Verdict]);

        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            output.WriteLine("| " + string.Join(" | ", lines[i].Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (i == 0)
                output.WriteLine("|" + string.Join('|', widths.Select(width => new string('-', width + 2))) + "|");
        }
    }
}
