using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>Checks values that become a path segment. A slash would change the path, so it is refused.</summary>
internal static class PathValue
{
    public static void Check(string name, string value)
    {
        IdentifierValue.Check(name, value);
        if (value.IndexOfAny(['/', '\\']) >= 0)
            throw IdentifierValue.Refuse(name, Strings.IdentifierSlash.FormatInvariant(value));
    }
}
