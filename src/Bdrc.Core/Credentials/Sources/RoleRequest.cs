using System.Globalization;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Which role is taken on, and how.</summary>
internal sealed class RoleRequest
{
    public string? RoleArn { get; init; }

    public string? SessionName { get; init; }

    /// <summary>Seconds; null for 3600.</summary>
    public int? DurationSeconds { get; init; }

    public string? Policy { get; init; }

    public string? ExternalId { get; init; }

    public string? StsRegion { get; init; }

    /// <summary>An explicit host; null for the regional one.</summary>
    public string? StsEndpoint { get; init; }

    public bool UsesVpc { get; init; }

    /// <summary>The account that the role belongs to, as its ARN says; null when the ARN comes from a variable or is not one.</summary>
    public string? AccountKey => RoleArn?.Split(':') is [_, _, _, { Length: > 0 } account, ..] ? account : null;

    /// <summary>Where STS is for this request (spec/credentials.md section 4).</summary>
    public Uri Address(CredentialContext environment)
    {
        if (environment.StsAddress is not null)
            return environment.StsAddress;
        if (!string.IsNullOrEmpty(StsEndpoint))
            return EndpointResolver.FromOverride("sts_endpoint", StsEndpoint!);
        if (environment.Variable("ALIBABA_CLOUD_STS_ENDPOINT") is { } endpoint)
            return EndpointResolver.FromOverride("ALIBABA_CLOUD_STS_ENDPOINT", endpoint);

        // A machine in a VPC may not reach the public host at all. Which VPC it is in, though, only -UseVpcEndpoint and its like
        // tell by the region: the flags that are about STS alone need a region of STS.
        var region = StsRegion ?? environment.Variable("ALIBABA_CLOUD_STS_REGION") ?? environment.VpcRegion;
        if (string.IsNullOrEmpty(region))
            return new Uri("https://sts.aliyuncs.com");
        EndpointResolver.CheckRegion(region);
        var vpc = UsesVpc || environment.VpcRegion is not null || environment.IsOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
        return new Uri($"https://{(vpc ? "sts-vpc" : "sts")}.{region}.aliyuncs.com");
    }

    /// <summary>The parameters both operations share.</summary>
    public List<KeyValuePair<string, string>> Parameters(CredentialContext environment)
    {
        var arn = RoleArn ?? environment.First(EnvironmentVariables.Column(EnvironmentVariables.Roles, 0))?.Value;
        if (string.IsNullOrEmpty(arn))
            throw Refuse(Strings.RoleArnMissing);
        var seconds = DurationSeconds ?? 3600;
        if (seconds < 900)
            throw Refuse(Strings.RoleDurationTooShort.FormatInvariant(seconds));
        var name = SessionName ?? environment.Variable("ALIBABA_CLOUD_ROLE_SESSION_NAME")
            ?? "bdrc-" + environment.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        if (!IsSessionName(name))
            throw Refuse(Strings.RoleSessionNameFormat.FormatInvariant(name));

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

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.InvalidArgument, "InvalidRole", message);
}
