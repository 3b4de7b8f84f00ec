using System.Globalization;
using System.Text;

namespace Bdrc.Text;

/// <summary>
/// Escapes untrusted text for output: terminal control sequences, direction marks, invisible characters, line breaks and
/// commands for CI runners that parse the log are shown instead of taking effect.
/// </summary>
internal static class TextSanitizer
{
    /// <summary>Maximum length in characters; longer texts are truncated because logs have limits.</summary>
    public const int Longest = 4_000;

    // Azure Pipelines and older GitHub runners accept these anywhere in a line.
    private static readonly string[] RunnerCommands = ["##vso[", "##["];

    /// <summary>Escapes the text: a line feed as <c>\n</c>, other characters in the form <c>\u202E</c>.</summary>
    /// <param name="text">Any text; null returns an empty text.</param>
    public static string Of(string? text) => Of(text, Longest);

    /// <summary>Escapes the text without truncating it.</summary>
    /// <param name="text">Any text; null returns an empty text.</param>
    public static string WholeOf(string? text) => Of(text, int.MaxValue);

    /// <summary>Whether the text contains nothing that <see cref="Of(string)"/> would escape.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsPlain(string text) => text.Length <= Longest && !text.Any(IsHarmful);

    /// <summary>Whether the text can be shown as it is, whatever its length.</summary>
    /// <param name="text">Any text; null contains nothing harmful.</param>
    public static bool IsHarmless(string? text)
    {
        if (text is null)
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHarmful(text[i]) || (text[i] == '#' && i + 1 < text.Length && text[i + 1] == '#'))
                return false;
        }

        return true;
    }

    private static string Of(string? text, int maximum)
    {
        if (text is null)
            return string.Empty;

        var cut = text.Length > maximum;
        if (!cut && IsHarmless(text))
            return text;

        var visible = new StringBuilder(Math.Min(text.Length, maximum) + 16);
        for (var i = 0; i < text.Length && i < maximum; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                visible.Append(text[i]).Append(text[++i]);
            else
                Append(visible, text[i]);
        }

        foreach (var command in RunnerCommands)
            visible.Replace(command, command.Insert(1, " "));
        return cut ? visible.Append('…').ToString() : visible.ToString();
    }

    private static void Append(StringBuilder visible, char c)
    {
        if (!IsHarmful(c))
            visible.Append(c);
        else if (c == '\n')
            visible.Append("\\n");
        else if (c == '\r')
            visible.Append("\\r");
        else if (c == '\t')
            visible.Append("\\t");
        else
            visible.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
    }

    private static bool IsHarmful(char c) => c is < ' ' or > '~' && CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate;
}
