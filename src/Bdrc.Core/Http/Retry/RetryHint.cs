using System.Globalization;
using System.Net.Http.Headers;

namespace Bdrc.Core.Http.Retry;

/// <summary>The delay that the service requests before a retry (spec/retries.md section 4, server hint).</summary>
internal static class RetryHint
{
    /// <summary>The delay that a response requests; null when it requests none or an invalid one.</summary>
    public static TimeSpan? Of(HttpResponseMessage response) =>
        Milliseconds(response.Headers, "x-acs-retry-after")
        ?? Milliseconds(response.Headers, "retry-after-ms")
        ?? RetryAfter(response.Headers)
        ?? TimeLeft(response.Headers);

    /// <summary>Whether the response has the header of the platform, which makes every error a throttling error.</summary>
    public static bool HasPlatformHint(HttpResponseMessage response) =>
        Milliseconds(response.Headers, "x-acs-retry-after") is not null;

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? Positive(First(values), 1) : null;

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is not { } value)
            return null;

        // A date is relative to the server's own clock.
        var wait = value.Delta ?? (value.Date - (headers.Date ?? value.Date));
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static TimeSpan? TimeLeft(HttpResponseHeaders headers)
    {
        TimeSpan? longest = null;
        foreach (var name in (ReadOnlySpan<string>)["X-RateLimit-User-API", "X-RateLimit-User"])
        {
            if (!headers.TryGetValues(name, out var values))
                continue;

            // Remain:1,Limit:2,Time:1000,TimeLeft:122,Reset:…; a comma may have split it into several values.
            foreach (var part in string.Join(",", values).Split(','))
            {
                var text = part.Trim();
                if (text.StartsWith("TimeLeft:", StringComparison.Ordinal)
                    && Positive(text.Substring("TimeLeft:".Length), 1) is { } left
                    && !(longest > left))
                {
                    longest = left;
                }
            }
        }

        return longest;
    }

    private static TimeSpan? Positive(string? text, double unit) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and < int.MaxValue
            ? TimeSpan.FromMilliseconds(value * unit)
            : null;

    private static string? First(IEnumerable<string> values)
    {
        foreach (var value in values)
            return value;
        return null;
    }
}
