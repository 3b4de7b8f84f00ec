using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>Names the first part in which two canonical requests differ, without showing either.</summary>
internal static class CanonicalDifference
{
    private const int FirstHeaderLine = 3;

    public static string Find(string server, string ours)
    {
        var theirs = server.Replace("\r\n", "\n").Split('\n');
        var own = ours.Split('\n');
        for (var i = 0; i < own.Length; i++)
        {
            if (i >= theirs.Length || !string.Equals(theirs[i].TrimEnd('\r'), own[i], StringComparison.Ordinal))
                return NameOf(own, i);
        }

        return Strings.PartRest;
    }

    private static string NameOf(string[] lines, int index)
    {
        if (index < FirstHeaderLine)
            return index == 0 ? Strings.PartMethod : index == 1 ? Strings.PartPath : Strings.PartQuery;
        if (index == lines.Length - 1)
            return Strings.PartPayload;

        // Below the headers come a blank line, their names, and the payload hash.
        var colon = lines[index].IndexOf(':');
        return colon > 0 && index < lines.Length - 2
            ? Strings.PartHeader.FormatInvariant(lines[index].Substring(0, colon))
            : Strings.PartHeaderNames;
    }
}
