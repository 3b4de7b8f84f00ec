using Bdrc.Core.Credentials.Platform;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>
/// The region and the kind of endpoint that a profile configures. Errors in a file are ignored here: they are reported when its
/// credentials are read.
/// </summary>
internal sealed class ProfileEndpoint
{
    private ProfileEndpoint(string name, string file, string? region, string? endpointType)
    {
        Region = region is null ? null : (Strings.ProfileRegion.FormatInvariant(name, file), region);
        UsesVpc = string.Equals(endpointType, "vpc", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The region and its source; null when the profile has none.</summary>
    public (string Source, string Region)? Region { get; }

    /// <summary>Whether to call the VPC endpoints.</summary>
    public bool UsesVpc { get; }

    /// <summary>Reads a profile of the CLI's file or, without one, of the shared ini; null when it cannot be read.</summary>
    public static ProfileEndpoint? Find(string name, CredentialContext context) =>
        FindInCli(name, context) ?? FindInIni(name, context);

    /// <summary>Reads the profile that the default chain selects; null when there is none.</summary>
    public static ProfileEndpoint? FindDefault(CredentialContext context)
    {
        if (context.IsOn("ALIBABA_CLOUD_IGNORE_PROFILE"))
            return null;
        var name = context.First(EnvironmentVariables.Profile)?.Value;
        var cli = context.IsOn("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") ? null : FindInCli(name, context);
        return cli ?? FindInIni(name ?? "default", context);
    }

    private static ProfileEndpoint? FindInCli(string? name, CredentialContext context)
    {
        try
        {
            return CliConfiguration.Read(context) is { } file && file.Find(name ?? file.Current ?? "default") is { } profile
                ? new ProfileEndpoint(profile.Name, file.FilePath, profile.Text("region_id"), profile.Text("endpoint_type"))
                : null;
        }
        catch (BdrcException)
        {
            return null;
        }
    }

    private static ProfileEndpoint? FindInIni(string name, CredentialContext context)
    {
        var path = IniProfiles.PathIn(context);
        try
        {
            if (!context.Files.Exists(path) || IniProfiles.Section(context.Files.ReadText(path), name) is not { } section)
                return null;
            var region = section.TryGetValue("region_id", out var value) && value.Length > 0 ? value : null;
            return new ProfileEndpoint(name, path, region, endpointType: null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
