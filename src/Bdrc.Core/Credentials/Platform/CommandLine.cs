using System.Text;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Splits a <c>process_command</c> as a POSIX shell would, but expands and runs nothing.</summary>
internal static class CommandLine
{
    /// <summary>Returns the words; null when a quote is not closed.</summary>
    /// <param name="text">The command.</param>
    /// <param name="isWindows">Backslashes are part of paths; only <c>\"</c> inside double quotes is an escape.</param>
    public static List<string>? Split(string text, bool isWindows)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var started = false;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && Escapes(text[i + 1], quote, isWindows))
            {
                word.Append(text[++i]);
                started = true;
            }
            else if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
                else
                    word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                started = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (started)
                    words.Add(word.ToString());
                word.Clear();
                started = false;
            }
            else
            {
                word.Append(c);
                started = true;
            }
        }

        if (started)
            words.Add(word.ToString());
        return quote == '\0' ? words : null;
    }

    /// <summary>Appends an argument, quoted by the rules of Windows programs.</summary>
    public static void AppendQuoted(StringBuilder line, string argument)
    {
        if (line.Length > 0)
            line.Append(' ');
        line.Append('"');
        var slashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
                line.Append('\\', slashes + 1);
            slashes = c == '\\' ? slashes + 1 : 0;
            line.Append(c);
        }

        line.Append('\\', slashes).Append('"');
    }

    private static bool Escapes(char next, char quote, bool isWindows) => quote switch
    {
        '\'' => false,
        '"' => next == '"' || (!isWindows && next is '\\' or '$' or '`'),
        _ => !isWindows,
    };
}
