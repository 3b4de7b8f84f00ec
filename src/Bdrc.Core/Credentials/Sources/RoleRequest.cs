using System.Globalization;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The parameters of AssumeRole and AssumeRoleWithOIDC.</summary>
internal sealed class RoleRequest
{
    public string? RoleArn { get; init; }

    public string? SessionName { get; init; }

    /// <summary>Seconds; null for 3600.</summary>
    public int? DurationSeconds { get; init; }

    public string? Policy { get; init; }

    public string? ExternalId { get; init; }

    public string? StsRegion { get; init; }

    /// <summary>An explicit endpoint; null for the regional one.</summary>
    public string? StsEndpoint { get; init; }

    public bool UsesVpc { get; init; }

    /// <summary>The account that owns the role, read from the ARN; null when the ARN is malformed or comes from a variable.</summary>
    public string? AccountKey => RoleArn?.Split(':') is [_, _, _, { Length: > 0 } account, ..] ? account : null;

    /// <summary>Returns the STS endpoint (spec/credentials.md section 4).</summary>
    public Uri Address(CredentialContext context)
    {
        if (context.StsAddress is not null)
            return context.StsAddress;
        if (!string.IsNullOrEmpty(StsEndpoint))
            return EndpointResolver.FromOverride("sts_endpoint", StsEndpoint!);
        if (context.Variable("ALIBABA_CLOUD_STS_ENDPOINT") is { } endpoint)
            return EndpointResolver.FromOverride("ALIBABA_CLOUD_STS_ENDPOINT", endpoint);

        // A machine in a VPC may not be able to reach the public endpoint. Only -UseVpcEndpoint and its variables determine the
        // region of the VPC. The flags that concern STS alone need an STS region.
        var region = StsRegion ?? context.Variable("ALIBABA_CLOUD_STS_REGION") ?? context.VpcRegion;
        if (string.IsNullOrEmpty(region))
            return new Uri("https://sts.aliyuncs.com");
        EndpointResolver.CheckRegion(region);
        var usesVpcHost = UsesVpc || context.VpcRegion is not null || context.IsOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
        return new Uri($"https://{(usesVpcHost ? "sts-vpc" : "sts")}.{region}.aliyuncs.com");
    }

    /// <summary>Returns the parameters that both operations have in common.</summary>
    /// <exception cref="BdrcException">A parameter is missing or malformed.</exception>
    public List<KeyValuePair<string, string>> Parameters(CredentialContext context)
    {
        var arn = RoleArn ?? context.First(EnvironmentVariables.RoleArn)?.Value;
        if (string.IsNullOrEmpty(arn))
            throw Invalid(Strings.RoleArnMissing);
        var seconds = DurationSeconds ?? 3600;
        if (seconds < 900)
            throw Invalid(Strings.RoleDurationTooShort.FormatInvariant(seconds));
        var name = SessionName ?? context.Variable("ALIBABA_CLOUD_ROLE_SESSION_NAME")
            ?? "bdrc-" + context.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        if (!IsSessionName(name))
            throw Invalid(Strings.RoleSessionNameFormat.FormatInvariant(name));

        List<KeyValuePair<string, string>> parameters =
        [
            new("DurationSeconds", seconds.ToString(CultureInfo.InvariantCulture)),
            new("RoleArn", arn!),
            new("RoleSessionName", name),
        ];
        if (!string.IsNullOrEmpty(Policy))
            parameters.Add(new("Policy", Policy!));
        if (!string.IsNullOrEmpty(ExternalId))
            parameters.Add(new("ExternalId", ExternalId!));
        return parameters;
    }

    private static bool IsSessionName(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '@' or '_' or '-'))
                return false;
        }

        return name.Length is >= 2 and <= 64;
    }

    private static BdrcException Invalid(string message) => new(BdrcErrorKind.InvalidArgument, "InvalidRole", message);
}
