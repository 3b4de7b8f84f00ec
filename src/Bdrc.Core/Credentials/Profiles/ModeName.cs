using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The name of a mode as it may be shown: in a damaged file a secret can stand where a mode should.</summary>
internal static class ModeName
{
    /// <summary>Longer than any mode, shorter than any secret.</summary>
    private const int Longest = 24;

    public static string Shown(string mode)
    {
        if (mode.Length > Longest)
            return Strings.ModeHidden;
        foreach (var c in mode)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '(' or ')'))
                return Strings.ModeHidden;
        }

        return mode;
    }
}
