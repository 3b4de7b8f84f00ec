using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>Values that become a path segment: a slash in one would change the path, so it is never sent.</summary>
internal static class PathValue
{
    public static void Check(string name, string value)
    {
        IdentifierValue.Check(name, value);
        if (value.IndexOfAny(['/', '\\']) >= 0)
            throw IdentifierValue.Refuse(name, Strings.IdentifierSlash.FormatInvariant(value));
    }
}
