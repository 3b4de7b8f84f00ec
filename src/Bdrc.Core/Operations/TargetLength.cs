using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>
/// Limits the length of a path or a query. Gateways close the connection or respond with 414 above their own limit, usually 8
/// to 32 kB, and <see cref="Uri"/> of .NET 8 fails above 64 kB. The error names the parameter that is too long.
/// </summary>
internal static class TargetLength
{
    /// <summary>Characters of the encoded path, and of the encoded query.</summary>
    public const int Max = 32_000;

    /// <summary>Returns the text unless it is too long.</summary>
    /// <param name="encoded">Path or query.</param>
    /// <param name="parameter">Finds the parameter to name in the error.</param>
    /// <exception cref="BdrcException">The text is too long.</exception>
    public static string Check(string encoded, Func<string> parameter) => encoded.Length <= Max
        ? encoded
        : throw IdentifierValue.RefuseText(parameter(), Strings.ValueTooLong.FormatInvariant(encoded.Length, Max));

    /// <summary>The parameter in an operation's path; the path itself for a raw call.</summary>
    public static string Placeholder(Operation operation)
    {
        foreach (var segment in operation.Segments)
        {
            if (Operation.IsPlaceholder(segment))
                return segment.Trim('{', '}');
        }

        return "Path";
    }

    /// <summary>The parameter with the longest value; for a raw call prefixed with Query.</summary>
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

/// <summary>Checks values that become a path segment. A slash would change the path, so it is refused.</summary>
internal static class PathValue
{
    public static void Check(string name, string value)
    {
        IdentifierValue.Check(name, value);
        if (value.IndexOfAny(['/', '\\']) >= 0)
            throw IdentifierValue.Refuse(name, Strings.IdentifierSlash.FormatInvariant(value));
    }
}
