using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>Identifiers and ARNs: what cannot be one is refused before anything is sent.</summary>
internal static class IdentifierValue
{
    public static void Check(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw Refuse(name, Messages.IdentifierEmpty);
        if (value is "." or "..")
            throw Refuse(name, Messages.IdentifierNavigation.Fill(value));
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
                throw Refuse(name, Messages.IdentifierControl.Fill(i + 1));
            if (IsFormat(value[i]))
                throw Refuse(name, Messages.IdentifierInvisible.Fill(i + 1));
            if (char.IsSurrogate(value[i]) && !IsPair(value, ref i))
                throw Refuse(name, Messages.IdentifierSurrogate.Fill(i + 1));
        }
    }

    public static void CheckName(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw RefuseName(name, Messages.IdentifierEmpty);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
                throw RefuseName(name, Messages.IdentifierControl.Fill(i + 1));
        }
    }

    public static BdrcException Refuse(string name, string why) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name, Messages.IdentifierRefused.Fill(name, why));

    private static BdrcException RefuseName(string name, string why) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name, Messages.NameRefused.Fill(name, why));

    private static bool IsPair(string value, ref int index)
    {
        if (index + 1 >= value.Length || !char.IsSurrogatePair(value[index], value[index + 1]))
            return false;
        index++;
        return true;
    }

    // Marks of writing direction and the like: an identifier that shows them is not what it seems.
    private static bool IsFormat(char c) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
