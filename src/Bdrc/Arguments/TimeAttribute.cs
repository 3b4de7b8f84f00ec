using System.Globalization;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Lets a time be given as DateTime, DateTimeOffset, ISO 8601 text, Unix seconds, or a span back from now: <c>-7d</c>,
/// <c>-12h</c>, <c>-30m</c>, <c>-45s</c>, <c>-2w</c>, or a negative TimeSpan.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeAttribute : ArgumentFormatAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Strings.FormTime;

    /// <inheritdoc/>
    protected override object? Read(object value, object given) => value switch
    {
        DateTimeOffset => value,

        // A time without a zone is meant as the clock on the wall shows it.
        DateTime time => new DateTimeOffset(time),
        TimeSpan span => span <= TimeSpan.Zero ? DateTimeOffset.UtcNow + span : null,

        // -7d comes as the number -7 whose text is still -7d.
        _ => Read(given.ToString()),
    };

    private static DateTimeOffset? Read(string? text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        if (long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return seconds <= 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (trimmed.Length > 2 && trimmed[0] == '-' && Unit(trimmed[trimmed.Length - 1]) is { } unit)
            return Back(trimmed.Substring(1, trimmed.Length - 2), unit);
        return DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) && LooksLikeDate(trimmed)
            ? time
            : null;
    }

    private static DateTimeOffset? Back(string count, TimeSpan unit)
    {
        if (!double.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number * unit.TotalDays > 36525)
        {
            return null;
        }

        return DateTimeOffset.UtcNow - TimeSpan.FromSeconds(number * unit.TotalSeconds);
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };

    // "7" or "-7" parse as dates of this month; a date here begins with a year.
    private static bool LooksLikeDate(string text) =>
        text.Length >= 8 && char.IsDigit(text[0]) && char.IsDigit(text[1]) && char.IsDigit(text[2]) && char.IsDigit(text[3]);
}
