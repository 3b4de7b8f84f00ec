using System.Globalization;

namespace Bdrc.Text;

/// <summary>Formats the texts of Strings.resx.</summary>
internal static class StringFormat
{
    /// <summary>
    /// Replaces the placeholders of a text, with the invariant culture so that messages are the same on every machine. Values that
    /// are not numbers or times are untrusted and are escaped (<see cref="TextSanitizer"/>).
    /// </summary>
    /// <param name="text">A text of Strings.</param>
    /// <param name="values">The values of {0}, {1} and so on; a list of texts becomes one line for each text.</param>
    public static string FormatInvariant(this string text, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, Array.ConvertAll(values, Shown));

    private static object? Shown(object? value) => value switch
    {
        null or TimeSpan or DateTimeOffset => value,
        BdrcException failure => failure.Message,
        string given => TextSanitizer.Of(given),
        IConvertible => value,
        IReadOnlyList<string> lines => string.Join(Environment.NewLine + "  ", lines.Select(TextSanitizer.Of)),
        _ => TextSanitizer.Of(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
