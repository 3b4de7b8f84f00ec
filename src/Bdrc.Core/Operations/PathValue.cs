namespace Bdrc.Core.Operations;

/// <summary>Values that become a path segment: some would be path navigation, so they are never sent.</summary>
internal static class PathValue
{
    public static void Check(string name, string value)
    {
        if (value.Trim().Length == 0)
            throw Refuse(name, "it is empty");
        foreach (var c in value)
        {
            if (char.IsControl(c))
                throw Refuse(name, "it holds a control character");
            if (c is '/' or '\\')
                throw Refuse(name, $"'{value}' holds a slash");
        }

        if (value is "." or "..")
            throw Refuse(name, $"'{value}' is path navigation");
    }

    private static BdrcException Refuse(string name, string why) => new(
        BdrcErrorKind.InvalidArgument,
        "Invalid" + name,
        $"{name} cannot be used: {why}. Give an id as the service shows it, letters, digits and hyphens.");
}
