using System.Globalization;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Lets a duration be given as seconds, a TimeSpan, or either as text. Without it the engine would take a number for ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : ArgumentFormatAttribute
{
    /// <summary>Says what is allowed.</summary>
    /// <param name="least">Seconds at least.</param>
    /// <param name="most">Seconds at most.</param>
    public DurationAttribute(double least, double most)
    {
        Least = least;
        Most = most;
    }

    /// <summary>Seconds at least.</summary>
    public double Least { get; }

    /// <summary>Seconds at most.</summary>
    public double Most { get; }

    /// <inheritdoc/>
    protected override string Allowed => Strings.FormDuration.FormatInvariant(Least, Most);

    /// <inheritdoc/>
    protected override object? Read(object value, object given)
    {
        var seconds = Seconds(value);
        return seconds >= Least && seconds <= Most ? (object)TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The value in seconds; not a number when it is none.</summary>
    private static double Seconds(object value) => value switch
    {
        TimeSpan span => span.TotalSeconds,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span.TotalSeconds,
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}
