using System.Globalization;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// A time as DateTime, DateTimeOffset, ISO 8601 text, Unix seconds, or a span back from now: <c>-7d</c>, <c>-12h</c>,
/// <c>-30m</c>, <c>-45s</c>, <c>-2w</c>, or a negative TimeSpan.
/// </summary>
internal sealed class TimeAttribute() : ArgumentFormatAttribute(new ArgumentFormat(() => Strings.FormatTime, Read))
{
    private const long LastUnixSecond = 253402300799;
    private const int MaximumDays = 36525;

    private static object? Read(object value, object given) => value switch
    {
        DateTimeOffset => value,

        // A time without a zone is local time.
        DateTime time => new DateTimeOffset(time),
        TimeSpan span => span <= TimeSpan.Zero ? DateTimeOffset.UtcNow + span : null,

        // PowerShell parses -7d as the decimal -7; its PSObject still has the text -7d.
        _ => Read(given.ToString()?.Trim() ?? string.Empty),
    };

    private static DateTimeOffset? Read(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return seconds <= LastUnixSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (text.Length > 2 && text[0] == '-' && GetUnit(text[text.Length - 1]) is { } unit)
            return Subtract(text.Substring(1, text.Length - 2), unit);

        // "7" and "-7" parse as days of this month; a date begins with a four-digit year here.
        return text.Length >= 8 && text.Take(4).All(char.IsDigit)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
                ? time
                : null;
    }

    private static DateTimeOffset? Subtract(string count, TimeSpan unit) =>
        double.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number * unit.TotalDays <= MaximumDays
            ? DateTimeOffset.UtcNow - TimeSpan.FromSeconds(number * unit.TotalSeconds)
            : null;

    private static TimeSpan? GetUnit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };
}
