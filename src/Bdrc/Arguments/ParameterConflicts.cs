using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Names two parameters that exclude each other. The engine finds that too, once it has bound everything, but says only that
/// no parameter set fits; a property's setter runs before that.
/// </summary>
internal static class ParameterConflicts
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, HashSet<string>>> Sets = new();

    /// <summary>Checks a parameter against those that are bound already.</summary>
    /// <param name="command">The command.</param>
    /// <param name="value">The parameter's value.</param>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The value.</returns>
    public static T Beside<T>(this PSCmdlet command, T value, [CallerMemberName] string name = "")
    {
        var bound = command.MyInvocation.BoundParameters;
        if (bound.Count == 0)
            return value;

        var sets = Sets.GetOrAdd(command.GetType(), Read);
        foreach (var other in bound.Keys)
        {
            if (sets.TryGetValue(other, out var theirs) && sets.TryGetValue(name, out var ours) && !ours.Overlaps(theirs))
                throw Exclusive(name, other);
        }

        return value;
    }

    /// <summary>Two parameters of which only one may be given.</summary>
    public static BdrcException Exclusive(string name, string other) =>
        new(BdrcErrorKind.InvalidArgument, "ParametersExclusive", Strings.ParametersExclusive.FormatInvariant(name, other));

    /// <summary>A parameter without one that it needs.</summary>
    /// <param name="name">What was given.</param>
    /// <param name="needed">What is missing, as the user writes it.</param>
    public static BdrcException Lacks(string name, string needed) =>
        new(BdrcErrorKind.InvalidArgument, "ParameterLacking", Strings.ParameterLacking.FormatInvariant(name, needed));

    // Only the parameters that do not belong to every set.
    private static IReadOnlyDictionary<string, HashSet<string>> Read(Type command)
    {
        var sets = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in command.GetProperties())
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var parameter in property.GetCustomAttributes<ParameterAttribute>())
                names.Add(parameter.ParameterSetName);
            if (names.Count > 0 && !names.Contains(ParameterAttribute.AllParameterSets))
                sets[property.Name] = names;
        }

        return sets;
    }
}
