namespace Bdrc.Sandbox.Contract;

/// <summary>Parses a raw request target.</summary>
internal static class RequestTarget
{
    public static (string Path, string Query) Split(string rawTarget)
    {
        var separator = rawTarget.IndexOf('?');
        return separator < 0 ? (rawTarget, string.Empty) : (rawTarget.Substring(0, separator), rawTarget.Substring(separator + 1));
    }

    public static string[] DecodePath(string path)
    {
        var segments = path.TrimStart('/').Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        return segments;
    }

    /// <summary>Decodes <c>a=1&amp;b</c> in the order sent; a plus sign stands for a space, as in forms.</summary>
    public static List<KeyValuePair<string, string>> DecodePairs(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (text.Length == 0)
            return pairs;

        foreach (var part in text.Split('&'))
        {
            var separator = part.IndexOf('=');
            var name = separator < 0 ? part : part.Substring(0, separator);
            var value = separator < 0 ? string.Empty : part.Substring(separator + 1);
            pairs.Add(new KeyValuePair<string, string>(Decode(name), Decode(value)));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
