namespace Bdrc.Core.Http.Errors;

/// <summary>
/// Finds the request details that a server returns in the message of a signature error. The message is hostile text: every
/// method reads it once, so its time is linear.
/// </summary>
internal static class SignatureEcho
{
    private static readonly string[] StringToSign = ["string", "to", "sign"];
    private static readonly string[] CanonicalRequest = ["canonical", "request"];

    /// <summary>The content of <c>server Name is [content]</c>; null when the message has no such block.</summary>
    public static string? Block(string message, string name)
    {
        var opening = "server " + name + " is [";
        var start = message.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        // A header value can contain a bracket, so the block ends at the next block or at the end of the message.
        start += opening.Length;
        for (var end = message.IndexOf(']', start); end >= 0; end = message.IndexOf(']', end + 1))
        {
            if (IsEnd(message, end + 1))
                return message.Substring(start, end - start).Trim().Replace("\\n", "\n");
        }

        return null;
    }

    /// <summary>The index of the details, in any format that the platform uses; null when there are none.</summary>
    public static int? Start(string message)
    {
        for (var i = 0; i < message.Length; i++)
        {
            if (IsAnnouncement(message, i, StringToSign) || IsAnnouncement(message, i, CanonicalRequest))
                return WithServer(message, i);
        }

        return null;
    }

    private static bool IsEnd(string message, int index)
    {
        var next = SkipSpace(message, index);
        if (IsAt(message, next, "server "))
            return true;
        return next == message.Length || (message[next] == '.' && SkipSpace(message, next + 1) == message.Length);
    }

    /// <summary>Whether the words and then "is [" or "is:" start at an index; the words can be written together.</summary>
    private static bool IsAnnouncement(string message, int index, string[] words)
    {
        foreach (var word in words)
        {
            if (!IsAt(message, index, word))
                return false;
            index += word.Length;
            if (word != words[words.Length - 1])
                index = SkipSpace(message, index);
        }

        var verb = SkipSpace(message, index);
        if (verb == index || !IsAt(message, verb, "is"))
            return false;
        var bracket = SkipSpace(message, verb + 2);
        return bracket < message.Length && message[bracket] is ':' or '[';
    }

    private static int WithServer(string message, int index)
    {
        const string Server = "server";
        var end = index;
        while (end > 0 && char.IsWhiteSpace(message[end - 1]))
            end--;
        return end < index && end >= Server.Length && IsAt(message, end - Server.Length, Server) ? end - Server.Length : index;
    }

    private static bool IsAt(string message, int index, string word) =>
        string.Compare(message, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int SkipSpace(string message, int index)
    {
        while (index < message.Length && char.IsWhiteSpace(message[index]))
            index++;
        return index;
    }
}
