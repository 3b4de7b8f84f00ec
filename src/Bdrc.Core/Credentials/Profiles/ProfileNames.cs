using System.Text.Json;
using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The names of the profiles on this machine, for those who choose one.</summary>
public static class ProfileNames
{
    /// <summary>Names from the CLI's file and the shared ini, each once; a file that cannot be read has none.</summary>
    public static IReadOnlyList<string> List() => List(CredentialContext.Process);

    internal static IReadOnlyList<string> List(CredentialContext environment)
    {
        var names = new List<string>();
        Add(names, CliConfiguration.PathIn(environment), environment, CliConfiguration.Names);
        Add(names, IniProfiles.PathIn(environment), environment, IniProfiles.Names);
        return names;
    }

    private static void Add(
        List<string> names, string path, CredentialContext environment, Func<string, IEnumerable<string>> read)
    {
        try
        {
            if (!environment.Files.Exists(path))
                return;
            foreach (var name in read(environment.Files.ReadText(path)))
            {
                if (!names.Contains(name))
                    names.Add(name);
            }
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            // Whoever uses the file is told; here there is nobody to tell.
        }
    }
}
