using System.Globalization;

namespace Bdrc.Text;

/// <summary>Fills in the texts of Messages.resx.</summary>
internal static class MessageText
{
    /// <summary>Puts values into a text's places, with the invariant culture: a message reads the same on every machine.</summary>
    /// <param name="text">A text of Messages.</param>
    /// <param name="values">What goes into {0}, {1} and so on.</param>
    public static string Fill(this string text, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);
}
