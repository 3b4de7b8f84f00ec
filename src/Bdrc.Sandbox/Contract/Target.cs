namespace Bdrc.Sandbox.Contract;

/// <summary>Takes a raw request target apart.</summary>
internal static class Target
{
    public static (string Path, string Query) Split(string rawTarget)
    {
        var mark = rawTarget.IndexOf('?');
        return mark < 0 ? (rawTarget, string.Empty) : (rawTarget.Substring(0, mark), rawTarget.Substring(mark + 1));
    }

    public static string[] DecodePath(string path)
    {
        var segments = path.TrimStart('/').Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        return segments;
    }

    /// <summary>Decodes <c>a=1&amp;b</c> in the order sent; a plus sign is a blank, as forms have it.</summary>
    public static List<KeyValuePair<string, string>> DecodePairs(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (text.Length == 0)
            return pairs;

        foreach (var part in text.Split('&'))
        {
            var mark = part.IndexOf('=');
            var name = mark < 0 ? part : part.Substring(0, mark);
            var value = mark < 0 ? string.Empty : part.Substring(mark + 1);
            pairs.Add(new KeyValuePair<string, string>(Decode(name), Decode(value)));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
