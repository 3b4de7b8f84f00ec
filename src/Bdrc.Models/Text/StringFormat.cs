using System.Globalization;

namespace Bdrc.Text;

/// <summary>Fills in the texts of Strings.resx.</summary>
internal static class StringFormat
{
    /// <summary>
    /// Puts values into a text's places, with the invariant culture: a message reads the same on every machine. Whatever is not
    /// a number or a time comes from somebody else, and is made visible (<see cref="TextSanitizer"/>).
    /// </summary>
    /// <param name="text">A text of Strings.</param>
    /// <param name="values">What goes into {0}, {1} and so on; a list of texts becomes lines of their own.</param>
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
