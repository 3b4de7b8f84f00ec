using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// A duration as seconds, a TimeSpan, or either as text. Without it the engine would convert a number to ticks.
/// </summary>
/// <param name="minimum">The least number of seconds.</param>
/// <param name="maximum">The greatest number of seconds.</param>
internal sealed class DurationAttribute(double minimum, double maximum) : ArgumentFormatAttribute(new ArgumentFormat(
    () => Strings.FormatDuration.FormatInvariant(minimum, maximum),
    (value, _) => ToSeconds(value) is var seconds && seconds >= minimum && seconds <= maximum ? TimeSpan.FromSeconds(seconds) : null))
{
    /// <summary>The value in seconds; NaN when it is no duration.</summary>
    private static double ToSeconds(object value) => value switch
    {
        TimeSpan span => span.TotalSeconds,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span.TotalSeconds,
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}

/// <summary>A whole number within a range, as a number or as text.</summary>
/// <param name="minimum">The least number.</param>
/// <param name="maximum">The greatest number; long.MaxValue for no limit.</param>
internal sealed class WholeNumberAttribute(long minimum, long maximum) : ArgumentFormatAttribute(new ArgumentFormat(
    () => maximum == long.MaxValue
        ? Strings.FormatNumberFrom.FormatInvariant(minimum)
        : Strings.FormatNumber.FormatInvariant(minimum, maximum),
    (value, _) => ToWhole(value) is { } number && number >= minimum && number <= maximum ? (long)number : null))
{
    // The engine would convert a letter to its code, true to 1, and blanks to 0.
    private static decimal? ToWhole(object value) =>
        value is not (char or bool or DateTime) && (value is not string text || !string.IsNullOrWhiteSpace(text))
        && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out decimal number) && number == decimal.Truncate(number)
            ? number
            : null;
}
