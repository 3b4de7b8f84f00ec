using System.Globalization;
using Bdrc.Benchmarks.Report;

namespace Bdrc.Benchmarks.Start;

/// <summary>The times of all rounds, in milliseconds over the bare shell of the same round.</summary>
internal sealed class StartTimes(int subjects)
{
    private readonly List<double> _bare = [];
    private readonly List<double>[] _imports = [.. Enumerable.Range(0, subjects).Select(_ => new List<double>())];
    private readonly List<double>[] _firsts = [.. Enumerable.Range(0, subjects).Select(_ => new List<double>())];

    public string BareLine => $"Bare shell: {Text(_bare, sign: false)}; median [lower quartile, upper quartile] of {_bare.Count} rounds.";

    public void AddBare(double milliseconds) => _bare.Add(milliseconds);

    public void Add(int subject, double import, double first)
    {
        _imports[subject].Add(import);
        _firsts[subject].Add(first);
    }

    public void Write(TextWriter output, string[] names) => RowTable.WriteLines(
        output,
        [
            ["over the bare shell", .. names],
            ["import alone", .. _imports.Select(times => Text(times, sign: true))],
            ["import and first result", .. _firsts.Select(times => Text(times, sign: true))],
        ]);

    private static string Text(List<double> times, bool sign) => string.Format(
        CultureInfo.InvariantCulture,
        sign ? "{0:+0;-0} ms [{1:+0;-0}, {2:+0;-0}]" : "{0:0} ms [{1:0}, {2:0}]",
        Quantile(times, 0.5),
        Quantile(times, 0.25),
        Quantile(times, 0.75));

    private static double Quantile(List<double> times, double share)
    {
        var sorted = times.Order().ToArray();
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
