using System.Collections.Concurrent;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Counts the inputs that each target was given.</summary>
internal static class Tried
{
    private static readonly ConcurrentDictionary<string, int> Counts = new(StringComparer.Ordinal);

    /// <summary>Targets and inputs so far.</summary>
    public static IReadOnlyDictionary<string, int> Inputs => Counts;

    /// <summary>Tries inputs on a target.</summary>
    /// <param name="inputs">Makes them.</param>
    /// <param name="target">What they are given to.</param>
    /// <param name="check">Gives one to it; throws when it did wrong.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">How many at once; -1 for as many as there are processors.</param>
    public static void Try<T>(this Gen<T> inputs, string target, Action<T> check, int count, int threads = -1) => inputs.Sample(
        input =>
        {
            Counts.AddOrUpdate(target, 1, static (_, before) => before + 1);
            check(input);
        },
        iter: count,
        threads: threads);
}
