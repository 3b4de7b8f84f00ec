using System.Text.Json;
using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Lists the profiles of this machine, for argument completion.</summary>
public static class ProfileNames
{
    /// <summary>Returns the distinct names from the CLI's file and the shared ini. A file that cannot be read is skipped.</summary>
    public static IReadOnlyList<string> List() => List(CredentialContext.Process);

    internal static IReadOnlyList<string> List(CredentialContext context)
    {
        var names = new List<string>();
        Add(names, CliConfiguration.PathIn(context), context, CliConfiguration.Names);
        Add(names, IniProfiles.PathIn(context), context, IniProfiles.Names);
        return names;
    }

    private static void Add(
        List<string> names, string path, CredentialContext context, Func<string, IEnumerable<string>> read)
    {
        try
        {
            if (!context.Files.Exists(path))
                return;
            foreach (var name in read(context.Files.ReadText(path)))
            {
                if (!names.Contains(name))
                    names.Add(name);
            }
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            // The error is reported when a profile of the file is used.
        }
    }
}
