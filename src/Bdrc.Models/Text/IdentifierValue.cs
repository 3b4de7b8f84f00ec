namespace Bdrc.Text;

/// <summary>Rejects invalid identifiers, names and text before anything is sent.</summary>
internal static class IdentifierValue
{
    public static void Check(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw Refuse(name, Strings.IdentifierEmpty);
        if (value is "." or "..")
            throw Refuse(name, Strings.IdentifierNavigation.FormatInvariant(value));
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
                throw Refuse(name, Strings.IdentifierControl.FormatInvariant(i + 1));
            if (IsFormat(value[i]))
                throw Refuse(name, Strings.IdentifierInvisible.FormatInvariant(i + 1));
        }

        if (HalfCharacter(value) is { } position)
            throw Refuse(name, Strings.IdentifierSurrogate.FormatInvariant(position));
    }

    public static void CheckName(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw RefuseName(name, Strings.IdentifierEmpty);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
                throw RefuseName(name, Strings.IdentifierControl.FormatInvariant(i + 1));
        }

        if (HalfCharacter(value) is { } position)
            throw RefuseName(name, Strings.IdentifierSurrogate.FormatInvariant(position));
    }

    /// <summary>Rejects text that UTF-8 cannot represent and that would be changed when it is sent.</summary>
    public static void CheckText(string name, string value)
    {
        if (HalfCharacter(value) is { } position)
            throw RefuseText(name, Strings.IdentifierSurrogate.FormatInvariant(position));
    }

    /// <summary>One-based position of a lone surrogate; null when there is none.</summary>
    public static int? HalfCharacter(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 >= value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                return i + 1;
            i++;
        }

        return null;
    }

    public static BdrcException RefuseText(string name, string why) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + TextSanitizer.Of(name), Strings.TextRefused.FormatInvariant(name, why));

    public static BdrcException Refuse(string name, string why) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name, Strings.IdentifierRefused.FormatInvariant(name, why));

    private static BdrcException RefuseName(string name, string why) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name, Strings.NameRefused.FormatInvariant(name, why));

    // Direction marks and other invisible characters make two different identifiers look the same.
    private static bool IsFormat(char c) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
