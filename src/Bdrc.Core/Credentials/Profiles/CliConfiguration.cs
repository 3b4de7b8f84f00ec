using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The file of the CLI, <c>~/.aliyun/config.json</c>. It is only read.</summary>
internal sealed class CliConfiguration
{
    private readonly JsonElement _root;

    private CliConfiguration(string path, JsonElement root)
    {
        FilePath = path;
        _root = root;
    }

    public string FilePath { get; }

    public string? Current => JsonFields.Text(_root, "current");

    public static string PathIn(CredentialContext environment) =>
        environment.Variable("ALIBABA_CLOUD_CONFIG_FILE") ?? Path.Combine(environment.Home, ".aliyun", "config.json");

    /// <summary>Reads the file; null when there is none.</summary>
    public static CliConfiguration? Read(CredentialContext environment)
    {
        var path = PathIn(environment);
        if (!environment.Files.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(environment.Files.ReadText(path));
            FilePermissions.Warn(environment, path);
            return new CliConfiguration(path, document.RootElement.Clone());
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            // The parser's own message could quote the file.
            throw new BdrcException(
                BdrcErrorKind.Authentication, "InvalidProfile", Strings.CredentialFileUnreadable.FormatInvariant(path, failure.GetType().Name));
        }
    }

    /// <summary>The names of the profiles in the text of such a file.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IEnumerable<string> Names(string text)
    {
        using var document = JsonDocument.Parse(text);
        var names = new List<string>();
        foreach (var profile in Profiles(document.RootElement))
        {
            if (JsonFields.Text(profile, "name") is { Length: > 0 } name)
                names.Add(name);
        }

        return names;
    }

    public CliProfile? Find(string name)
    {
        foreach (var profile in Profiles(_root))
        {
            if (JsonFields.Text(profile, "name") == name)
                return new CliProfile(FilePath, name, profile);
        }

        return null;
    }

    private static JsonElement.ArrayEnumerator Profiles(JsonElement root) =>
        JsonFields.Element(root, "profiles") is { ValueKind: JsonValueKind.Array } profiles ? profiles.EnumerateArray() : default;
}
