using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The configuration file of the Alibaba Cloud CLI, <c>~/.aliyun/config.json</c>. It is never written.</summary>
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

    public static string PathIn(CredentialContext context) =>
        context.Variable("ALIBABA_CLOUD_CONFIG_FILE") ?? Path.Combine(context.Home, ".aliyun", "config.json");

    /// <summary>Reads the file. Returns null when it does not exist.</summary>
    /// <exception cref="BdrcException">It cannot be read.</exception>
    public static CliConfiguration? Read(CredentialContext context)
    {
        var path = PathIn(context);
        if (!context.Files.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(context.Files.ReadText(path));
            FilePermissions.WarnIfOpen(context, path);
            return new CliConfiguration(path, document.RootElement.Clone());
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw ProfileError.Unreadable(path, failure);
        }
    }

    /// <summary>Reads the profile names from the text of a configuration file.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
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
