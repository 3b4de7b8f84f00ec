using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>
/// Formats paths and queries in canonical form (spec/signing.md sections 3 and 4). The same text is signed and sent.
/// </summary>
public static class CanonicalTarget
{
    /// <summary>Joins decoded path segments into the canonical URI; without segments it is <c>/</c>.</summary>
    /// <param name="segments">Decoded segments. The slash of an empty segment is kept.</param>
    public static string Path(IReadOnlyList<string> segments)
    {
        if (segments is null)
            throw new ArgumentNullException(nameof(segments));
        if (segments.Count == 0)
            return "/";

        var builder = new StringBuilder(64);
        for (var i = 0; i < segments.Count; i++)
        {
            builder.Append('/');
            PercentEncoder.Append(builder, segments[i]);
        }

        return builder.ToString();
    }

    /// <summary>Sorts by name, then by value, ordinally, and joins the encoded pairs. Without pairs the result is empty.</summary>
    /// <param name="pairs">Decoded pairs. The list is not changed.</param>
    public static string Query(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        if (pairs is null)
            throw new ArgumentNullException(nameof(pairs));
        if (pairs.Count == 0)
            return string.Empty;

        var sorted = new KeyValuePair<string, string>[pairs.Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = pairs[i];
        Array.Sort(sorted, ByNameThenValue);
        return Join(sorted);
    }

    /// <summary>Encodes and joins pairs in the given order, for form bodies.</summary>
    /// <param name="pairs">Decoded pairs.</param>
    public static string Join(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        if (pairs is null)
            throw new ArgumentNullException(nameof(pairs));

        var builder = new StringBuilder(pairs.Count * 32);
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0)
                builder.Append('&');
            PercentEncoder.Append(builder, pairs[i].Key);
            builder.Append('=');
            PercentEncoder.Append(builder, pairs[i].Value);
        }

        return builder.ToString();
    }

    private static int ByNameThenValue(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = string.CompareOrdinal(left.Key, right.Key);
        return byName != 0 ? byName : string.CompareOrdinal(left.Value, right.Value);
    }
}
