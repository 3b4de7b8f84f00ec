using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>Where calls go: a region and an address, and who said so (spec/signing.md section 8). Nothing is called to find it.</summary>
internal sealed class EndpointSelection
{
    private EndpointSelection(string? region, string? source, Uri? fixedEndpoint, bool usesVpc)
    {
        Region = region;
        Source = source;
        UsesVpc = usesVpc;
        IsFixed = fixedEndpoint is not null;
        Endpoint = fixedEndpoint ?? (region is null ? null : Regional(region, usesVpc));
    }

    /// <summary>Region id; null when nothing names one.</summary>
    public string? Region { get; }

    /// <summary>Where the region stands; null when there is none.</summary>
    public string? Source { get; }

    /// <summary>The address; null when neither it nor a region is known.</summary>
    public Uri? Endpoint { get; }

    /// <summary>Whether the address was given, so that another region does not change it.</summary>
    public bool IsFixed { get; }

    /// <summary>Whether regional hosts are those of a VPC.</summary>
    public bool UsesVpc { get; }

    /// <exception cref="BdrcException">A region or an endpoint is not well formed.</exception>
    public static EndpointSelection Find(ContextRequest request, CredentialContext environment)
    {
        // Read only when it is needed: a file that is not used must not be warned of.
        var profile = new Lazy<UsedProfile?>(
            () => request.ProfileName is { } named ? UsedProfile.Named(named, environment) : UsedProfile.Current(environment));
        var region = request.Region is not null ? ("-Region", request.Region) : RegionOf(request, profile, environment);
        if (region is not null)
            EndpointResolver.CheckRegion(region.Value.Region);
        return new EndpointSelection(region?.Region, region?.Source, Override(request, environment), UsesVpcHosts(request, profile, environment));
    }

    /// <summary>The same with a region that was found elsewhere.</summary>
    public EndpointSelection At(string region, string source) => new(region, source, IsFixed ? Endpoint : null, UsesVpc);

    public static Uri Regional(string region, bool usesVpc) =>
        usesVpc ? EndpointResolver.ForVpc(region) : EndpointResolver.ForRegion(region);

    /// <summary>A profile that was named is what was asked for, so it goes before the session and the variables; another one comes last.</summary>
    private static (string Source, string Region)? RegionOf(
        ContextRequest request, Lazy<UsedProfile?> profile, CredentialContext environment) =>
        request.ProfileName is null
            ? environment.First(EnvironmentVariables.Region) ?? profile.Value?.Region
            : profile.Value?.Region
                ?? (request.SessionRegion is { } session ? ("Connect-Bdrc", session) : environment.First(EnvironmentVariables.Region));

    private static Uri? Override(ContextRequest request, CredentialContext environment)
    {
        if (request.Endpoint is not null)
            return EndpointResolver.FromOverride("-Endpoint", request.Endpoint);
        return environment.Variable(EnvironmentNames.Endpoint) is { } fromEnvironment
            ? EndpointResolver.FromOverride(EnvironmentNames.Endpoint, fromEnvironment)
            : null;
    }

    private static bool UsesVpcHosts(ContextRequest request, Lazy<UsedProfile?> profile, CredentialContext environment) =>
        request.UseVpcEndpoint
        || (environment.First(EnvironmentVariables.EndpointType) is { } set
            ? string.Equals(set.Value, "vpc", StringComparison.OrdinalIgnoreCase)
            : MayCallAsProfile(request, environment) && profile.Value?.UsesVpc == true);

    /// <summary>Whether nothing that goes before a profile says who calls.</summary>
    private static bool MayCallAsProfile(ContextRequest request, CredentialContext environment) =>
        request.ProfileName is not null || (!request.NamesCaller && EnvironmentKey.Find(environment).Names is null);

    /// <summary>The error of a region that nothing names.</summary>
    public static BdrcException NoRegion() => new(
        BdrcErrorKind.InvalidArgument,
        "NoRegion",
        Strings.NoRegion.FormatInvariant(string.Join(", ", EnvironmentVariables.Region), EnvironmentNames.Endpoint))
    {
        RecommendedAction = Strings.NoRegionAdvice,
    };
}
