using System.Collections.Concurrent;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Runs fuzz inputs and counts them by target.</summary>
internal static class FuzzInputs
{
    private static readonly ConcurrentDictionary<string, int> ByTarget = new(StringComparer.Ordinal);

    /// <summary>The number of inputs so far, by target.</summary>
    public static IReadOnlyDictionary<string, int> Counts => ByTarget;

    /// <summary>Runs inputs against a target.</summary>
    /// <param name="inputs">Generates them.</param>
    /// <param name="target">The name of the target.</param>
    /// <param name="check">Checks the target with one input; throws when it fails.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="threads">How many run at once; -1 for the number of processors.</param>
    public static void Try<T>(this Gen<T> inputs, string target, Action<T> check, int count, int threads = -1) => inputs.Sample(
        input =>
        {
            ByTarget.AddOrUpdate(target, 1, static (_, before) => before + 1);
            check(input);
        },
        iter: count,
        threads: threads);
}
