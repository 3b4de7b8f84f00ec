using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>
/// How long a path or a query may be. Gateways close the connection or answer 414 past their own limit, usually 8 to 32 kB,
/// and <see cref="Uri"/> of .NET 8 fails past 64 kB; a value that long is a mistake, and is named.
/// </summary>
internal static class TargetLength
{
    /// <summary>Characters of the encoded path, and of the encoded query.</summary>
    public const int Most = 32_000;

    /// <summary>Gives the text back, or refuses it.</summary>
    /// <param name="encoded">Path or query.</param>
    /// <param name="parameter">Finds the parameter to blame.</param>
    /// <exception cref="BdrcException">It is too long.</exception>
    public static string Check(string encoded, Func<string> parameter) => encoded.Length <= Most
        ? encoded
        : throw IdentifierValue.RefuseText(parameter(), Strings.ValueTooLong.FormatInvariant(encoded.Length, Most));

    /// <summary>The parameter in an operation's path; of a call by hand the path itself.</summary>
    public static string Placeholder(Operation operation)
    {
        foreach (var segment in operation.Segments)
        {
            if (Operation.IsPlaceholder(segment))
                return segment.Trim('{', '}');
        }

        return "Path";
    }

    /// <summary>The parameter with the longest value; of a call by hand with the place it was given in.</summary>
    public static string Longest(Operation operation, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var longest = pairs[0];
        foreach (var pair in pairs)
        {
            if (pair.Value.Length > longest.Value.Length)
                longest = pair;
        }

        return operation.Parameters.ContainsKey(longest.Key) ? longest.Key : "Query." + longest.Key;
    }
}
