using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The shared ini file of the SDKs.</summary>
internal static class IniProfiles
{
    public static string PathIn(CredentialContext environment)
    {
        if (environment.Variable("ALIBABA_CLOUD_CREDENTIALS_FILE") is { } path)
            return path;
        var plain = Path.Combine(environment.Home, ".alibabacloud", "credentials");
        return environment.Files.Exists(plain) ? plain : plain + ".ini";
    }

    /// <summary>The names of the sections, as they come.</summary>
    public static IEnumerable<string> Names(string text)
    {
        foreach (var line in Lines(text))
        {
            if (Header(line) is { Length: > 0 } name)
                yield return name;
        }
    }

    /// <summary>The keys of a section; null when there is none of that name.</summary>
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

    public static ICredentialSource Create(string path, string name, string trail, CredentialContext environment)
    {
        Dictionary<string, string>? section;
        try
        {
            section = Section(environment.Files.ReadText(path), name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication, "InvalidProfile", Strings.CredentialFileUnreadable.FormatInvariant(path, failure.GetType().Name));
        }

        FilePermissions.Warn(environment, path);
        if (section is null)
            throw new BdrcException(BdrcErrorKind.Authentication, "NoSuchProfile", Strings.ProfileMissing.FormatInvariant(name, path));

        string? Value(string key) => section.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
        string Required(string key) => Value(key) ?? throw new BdrcException(
            BdrcErrorKind.Authentication, "InvalidProfile", Strings.ProfileFieldMissing.FormatInvariant(name, path, key));
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
        trail = $"{trail}/{type}";
        return type switch
        {
            "access_key" => new StaticSource(trail, Key(token: null)),
            "sts" => new StaticSource(trail, Key(Required("security_token"))),
            "ecs_ram_role" => new EcsRoleSource(trail, Value("role_name"), environment),
            "ram_role_arn" => new AssumeRoleSource(trail, new StaticCredentialProvider(trail, Key(token: null)), Role(), environment),
            "oidc_role_arn" => new OidcRoleSource(
                trail, new FileIdToken(Required("oidc_token_file_path"), environment), Required("oidc_provider_arn"), Role(), environment),
            _ => throw new BdrcException(BdrcErrorKind.Authentication, "InvalidProfile", Strings.ProfileModeRefused.FormatInvariant(name, path, ModeName.Shown(type))),
        };
    }

    private static IEnumerable<string> Lines(string text)
    {
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
            yield return WithoutComment(raw).Trim();
    }

    /// <summary>The name a section begins with; null when the line begins none.</summary>
    private static string? Header(string line) =>
        line.Length > 2 && line[0] == '[' && line[line.Length - 1] == ']' ? line.Substring(1, line.Length - 2).Trim() : null;

    // A secret may hold a '#': only one at the start or after a blank begins a comment.
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
