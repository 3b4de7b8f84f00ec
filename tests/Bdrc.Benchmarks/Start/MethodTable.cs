using System.Globalization;
using Bdrc.Benchmarks.Report;

namespace Bdrc.Benchmarks.Start;

/// <summary>Writes how many methods each module adds to those that the bare shell compiles.</summary>
internal static class MethodTable
{
    private const int Rounds = 3;

    public static void Write(TextWriter output, string shell, string bare, IReadOnlyList<Subject> subjects)
    {
        var floor = Count(shell, bare);
        var imports = subjects.Select(subject => Over(floor, Count(shell, subject.Import))).ToArray();
        var firsts = subjects.Select(subject => Over(floor, Count(shell, subject.First))).ToArray();

        List<string[]> lines = [["methods compiled over the bare shell", .. subjects.Select(subject => subject.Name)]];
        lines.Add(["import alone", .. imports.Select(counts => Text(counts.Sum()))]);
        lines.Add(["import and first result", .. firsts.Select(counts => Text(counts.Sum()))]);
        for (var group = 0; group < CompiledMethods.Groups.Count; group++)
            lines.Add(["- " + CompiledMethods.Groups[group], .. firsts.Select(counts => Text(counts[group]))]);
        RowTable.WriteLines(output, lines);
    }

    // Threads of the shell race its end, so the counts vary by a few.
    private static int[] Count(string shell, string script)
    {
        var runs = Enumerable.Range(0, Rounds).Select(_ => CompiledMethods.Count(shell, script)).ToArray();
        return [.. Enumerable.Range(0, runs[0].Length).Select(group => runs.Select(run => run[group]).Order().ElementAt(Rounds / 2))];
    }

    private static int[] Over(int[] floor, int[] counts) => [.. counts.Zip(floor, (count, bare) => count - bare)];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
