using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>The selected region and endpoint, and the source of the region (spec/signing.md section 8).</summary>
internal sealed class EndpointSelection
{
    private EndpointSelection(string? region, string? source, Uri? fixedEndpoint, bool usesVpc)
    {
        Region = region;
        Source = source;
        UsesVpc = usesVpc;
        IsFixed = fixedEndpoint is not null;
        Endpoint = fixedEndpoint ?? (region is null ? null : RegionalEndpoint(region, usesVpc));
    }

    /// <summary>Region id; null when none is configured.</summary>
    public string? Region { get; }

    /// <summary>The source of the region; null when there is none.</summary>
    public string? Source { get; }

    /// <summary>The endpoint; null when neither an endpoint nor a region is configured.</summary>
    public Uri? Endpoint { get; }

    /// <summary>Whether the endpoint was specified explicitly. Then another region does not change it.</summary>
    public bool IsFixed { get; }

    /// <summary>Whether the VPC endpoints are called.</summary>
    public bool UsesVpc { get; }

    /// <summary>Selects the region and the endpoint. It sends no request.</summary>
    /// <exception cref="BdrcException">The region or the endpoint is malformed.</exception>
    public static EndpointSelection Find(ContextRequest request, CredentialContext context)
    {
        // Read on demand: a file that is not used must not cause a warning.
        var profile = new Lazy<ProfileEndpoint?>(() => request.ProfileName is { } name
            ? ProfileEndpoint.Find(name, context)
            : ProfileEndpoint.FindDefault(context));
        var region = request.Region is not null ? ("-Region", request.Region) : FindRegion(request, profile, context);
        if (region is not null)
            EndpointResolver.CheckRegion(region.Value.Region);
        return new EndpointSelection(
            region?.Region,
            region?.Source,
            EndpointOverride(request, context),
            UsesVpcEndpoint(request, profile, context));
    }

    /// <summary>Returns this selection with another region.</summary>
    public EndpointSelection WithRegion(string region, string source) => new(region, source, IsFixed ? Endpoint : null, UsesVpc);

    public static Uri RegionalEndpoint(string region, bool usesVpc) =>
        usesVpc ? EndpointResolver.ForVpc(region) : EndpointResolver.ForRegion(region);

    /// <summary>
    /// The region of an explicitly named profile takes precedence over the session and the variables. The region of another profile
    /// comes last.
    /// </summary>
    private static (string Source, string Region)? FindRegion(
        ContextRequest request, Lazy<ProfileEndpoint?> profile, CredentialContext context) =>
        request.ProfileName is null
            ? context.First(EnvironmentVariables.Region) ?? profile.Value?.Region
            : profile.Value?.Region
                ?? (request.SessionRegion is { } session ? ("Connect-Bdrc", session) : context.First(EnvironmentVariables.Region));

    private static Uri? EndpointOverride(ContextRequest request, CredentialContext context)
    {
        if (request.Endpoint is not null)
            return EndpointResolver.FromOverride("-Endpoint", request.Endpoint);
        return context.Variable(EnvironmentNames.Endpoint) is { } fromEnvironment
            ? EndpointResolver.FromOverride(EnvironmentNames.Endpoint, fromEnvironment)
            : null;
    }

    private static bool UsesVpcEndpoint(ContextRequest request, Lazy<ProfileEndpoint?> profile, CredentialContext context) =>
        request.UseVpcEndpoint
        || (context.First(EnvironmentVariables.EndpointType) is { } set
            ? string.Equals(set.Value, "vpc", StringComparison.OrdinalIgnoreCase)
            : UsesProfileCredentials(request, context) && profile.Value?.UsesVpc == true);

    /// <summary>Whether no credential source takes precedence over the profile.</summary>
    private static bool UsesProfileCredentials(ContextRequest request, CredentialContext context) =>
        request.ProfileName is not null || (!request.SelectCredentials && EnvironmentKey.Find(context) is null);

    /// <summary>Creates the error for a missing region.</summary>
    public static BdrcException NoRegion() => new(
        BdrcErrorKind.InvalidArgument,
        ContextFactory.NoRegionCode,
        Strings.NoRegion.FormatInvariant(string.Join(", ", EnvironmentVariables.Region), EnvironmentNames.Endpoint))
    {
        RecommendedAction = Strings.NoRegionAdvice,
    };
}
