namespace Bdrc.Text;

/// <summary>Identifiers and ARNs: what cannot be one is refused before anything is sent.</summary>
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

        if (HalfCharacter(value) is { } place)
            throw Refuse(name, Strings.IdentifierSurrogate.FormatInvariant(place));
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

        if (HalfCharacter(value) is { } place)
            throw RefuseName(name, Strings.IdentifierSurrogate.FormatInvariant(place));
    }

    /// <summary>Refuses what has no form in UTF-8, and so could only be sent as something else.</summary>
    public static void CheckText(string name, string value)
    {
        if (HalfCharacter(value) is { } place)
            throw RefuseText(name, Strings.IdentifierSurrogate.FormatInvariant(place));
    }

    /// <summary>Where half of a surrogate pair stands, from 1; null when there is none.</summary>
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

    // Marks of writing direction and the like: an identifier that shows them is not what it seems.
    private static bool IsFormat(char c) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
