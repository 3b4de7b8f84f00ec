using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The profiles of the ini file that the SDKs share, one section each.</summary>
internal static class IniProfiles
{
    public static string PathIn(CredentialContext context)
    {
        if (context.Variable("ALIBABA_CLOUD_CREDENTIALS_FILE") is { } path)
            return path;
        var plain = Path.Combine(context.Home, ".alibabacloud", "credentials");
        return context.Files.Exists(plain) ? plain : plain + ".ini";
    }

    /// <summary>Returns the section names in file order.</summary>
    public static IEnumerable<string> Names(string text)
    {
        foreach (var line in Lines(text))
        {
            if (Header(line) is { Length: > 0 } name)
                yield return name;
        }
    }

    /// <summary>Returns the keys of a section; null when it does not exist.</summary>
    public static Dictionary<string, string>? Section(string text, string name)
    {
        Dictionary<string, string>? section = null;
        var isInside = false;
        foreach (var line in Lines(text))
        {
            if (Header(line) is { } header)
            {
                isInside = header == name;
                if (isInside)
                    section ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            }
            else if (isInside && line.IndexOf('=') is var equals && equals > 0)
            {
                section![line.Substring(0, equals).Trim()] = line.Substring(equals + 1).Trim();
            }
        }

        return section;
    }

    /// <summary>Creates the credential source of a section, according to its type.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the section.</param>
    /// <param name="sourceName">Prefix of the source's name in diagnostics; the type is appended.</param>
    /// <param name="context">What the source reads.</param>
    /// <exception cref="BdrcException">The profile is missing, incomplete or not supported.</exception>
    public static ICredentialSource Create(string path, string name, string sourceName, CredentialContext context)
    {
        Dictionary<string, string>? section;
        try
        {
            section = Section(context.Files.ReadText(path), name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ProfileError.Unreadable(path, failure);
        }

        FilePermissions.WarnIfOpen(context, path);
        if (section is null)
            throw ProfileError.NotFound(name, path);

        string? Value(string key) => section.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
        string Required(string key) => Value(key) ?? throw ProfileError.FieldMissing(name, path, key);
        AccessCredentials Key(string? token) => CredentialValidation.Check(
            "access_key_id", "access_key_secret", Required("access_key_id"), Required("access_key_secret"), token);
        RoleRequest Role() => new()
        {
            RoleArn = Required("role_arn"),
            SessionName = Value("role_session_name"),
            Policy = Value("policy"),
            ExternalId = Value("external_id"),
            StsRegion = Value("sts_region"),
            UsesVpc = string.Equals(Value("enable"), "true", StringComparison.OrdinalIgnoreCase),
        };

        var type = Required("type");
        sourceName = $"{sourceName}/{type}";
        return type switch
        {
            "access_key" => new StaticSource(sourceName, Key(token: null)),
            "sts" => new StaticSource(sourceName, Key(Required("security_token"))),
            "ecs_ram_role" => new EcsRoleSource(sourceName, Value("role_name"), context),
            "ram_role_arn" => new AssumeRoleSource(sourceName, new StaticCredentialProvider(sourceName, Key(token: null)), Role(), context),
            "oidc_role_arn" => new OidcRoleSource(
                sourceName, new FileIdToken(Required("oidc_token_file_path"), context), Required("oidc_provider_arn"), Role(), context),
            _ => throw ProfileError.ModeNotSupported(name, path, type),
        };
    }

    private static IEnumerable<string> Lines(string text)
    {
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
            yield return WithoutComment(raw).Trim();
    }

    /// <summary>Returns the section name of a header line; null for other lines.</summary>
    private static string? Header(string line) =>
        line.Length > 2 && line[0] == '[' && line[line.Length - 1] == ']' ? line.Substring(1, line.Length - 2).Trim() : null;

    // A secret may contain '#': a comment starts at the beginning of a line or after white space only.
    private static string WithoutComment(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
                return line.Substring(0, i);
        }

        return line;
    }
}
