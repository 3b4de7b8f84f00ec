using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>Where the profile in use wants calls to go. Its credentials are another matter: what is wrong with a file is said there.</summary>
internal sealed class UsedProfile
{
    private UsedProfile(string name, string file, string? region, string? endpointType)
    {
        Region = region is null ? null : ($"region_id of profile '{name}' in {file}", region);
        UsesVpc = string.Equals(endpointType, "vpc", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The region and where it stands; null when the profile names none.</summary>
    public (string Source, string Region)? Region { get; }

    /// <summary>Whether the hosts of a VPC are to be called.</summary>
    public bool UsesVpc { get; }

    /// <summary>The profile of that name, of the CLI's file or else of the shared ini; null when there is none that can be read.</summary>
    public static UsedProfile? Named(string name, CredentialContext environment) =>
        OfCli(name, environment) ?? OfIni(name, environment);

    /// <summary>The profile the chain would take; null when there is none.</summary>
    public static UsedProfile? Current(CredentialContext environment)
    {
        if (environment.IsOn("ALIBABA_CLOUD_IGNORE_PROFILE"))
            return null;
        var name = environment.First(EnvironmentVariables.Profile)?.Value;
        var cli = environment.IsOn("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") ? null : OfCli(name, environment);
        return cli ?? OfIni(name ?? "default", environment);
    }

    private static UsedProfile? OfCli(string? name, CredentialContext environment)
    {
        try
        {
            return CliConfiguration.Read(environment) is { } file && file.Find(name ?? file.Current ?? "default") is { } profile
                ? new UsedProfile(profile.Name, file.FilePath, profile.Text("region_id"), profile.Text("endpoint_type"))
                : null;
        }
        catch (BdrcException)
        {
            return null;
        }
    }

    private static UsedProfile? OfIni(string name, CredentialContext environment)
    {
        var path = IniProfiles.PathIn(environment);
        try
        {
            return environment.Files.Exists(path) && IniProfiles.Section(environment.Files.ReadText(path), name) is { } section
                ? new UsedProfile(name, path, section.TryGetValue("region_id", out var region) && region.Length > 0 ? region : null, endpointType: null)
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
