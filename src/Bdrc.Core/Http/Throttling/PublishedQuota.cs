using System.Globalization;

namespace Bdrc.Core.Http.Throttling;

/// <summary>The quota that BDRC publishes.</summary>
internal static class PublishedQuota
{
    /// <summary>Requests a second for each account, region and operation.</summary>
    public const int RequestsPerSecond = 10;

    /// <summary>
    /// The quota of an endpoint in requests a second; null when none is published for it, for example for a loopback address.
    /// </summary>
    public static int? At(Uri endpoint) =>
        endpoint.Host.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase)
        || string.Equals(endpoint.Host, "bdrc.sandbox.invalid", StringComparison.OrdinalIgnoreCase)
            ? RequestsPerSecond
            : null;
}

/// <summary>The quota that a throttling response states in <c>X-RateLimit-User-API</c> or <c>X-RateLimit-User</c>.</summary>
internal static class StatedQuota
{
    private static readonly string[] Headers = ["X-RateLimit-User-API", "X-RateLimit-User"];

    /// <summary>Requests a second, at least 1; null when the response does not state it.</summary>
    public static int? Of(HttpResponseMessage response)
    {
        foreach (var name in Headers)
        {
            // Remain:0,Limit:10,Time:1000,TimeLeft:122,Reset:…
            if (response.Headers.TryGetValues(name, out var values)
                && string.Join(",", values) is var text
                && Number(text, "Limit") is { } limit
                && Number(text, "Time") is { } milliseconds)
            {
                return (int)Math.Max(1, Math.Min(1000, limit * 1000 / milliseconds));
            }
        }

        return null;
    }

    private static long? Number(string text, string label)
    {
        foreach (var part in text.Split(','))
        {
            var pair = part.Split(':');
            if (pair.Length == 2
                && string.Equals(pair[0].Trim(), label, StringComparison.Ordinal)
                && long.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value is > 0 and < int.MaxValue)
            {
                return value;
            }
        }

        return null;
    }
}
