using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>Resolves a region or an override to the address of the service (spec/signing.md section 8).</summary>
public static class EndpointResolver
{
    /// <summary>The address of the regional service.</summary>
    /// <param name="region">Region id: letters, digits and hyphens.</param>
    /// <exception cref="BdrcException">The region id is invalid.</exception>
    public static Uri ForRegion(string region)
    {
        CheckRegion(region);
#pragma warning disable CA1308 // Host names are written in lower case.
        return new Uri($"https://bdrc.{region.ToLowerInvariant()}.aliyuncs.com");
#pragma warning restore CA1308
    }

    /// <summary>The address of the regional service inside a VPC.</summary>
    /// <param name="region">Region id: letters, digits and hyphens.</param>
    /// <exception cref="BdrcException">The region id is invalid.</exception>
    public static Uri ForVpc(string region) => new("https://bdrc-vpc." + ForRegion(region).Host.Substring("bdrc.".Length));

    /// <summary>Whether BDRC documents an endpoint for a region. Endpoints of other regions can be called too.</summary>
    /// <param name="region">Region id.</param>
    public static bool IsDocumented(string region) => ServiceRegions.Contains(region);

    /// <summary>Refuses a region id that cannot be part of a host name.</summary>
    /// <param name="region">Region id.</param>
    /// <exception cref="BdrcException">The region id is invalid.</exception>
    public static void CheckRegion(string? region)
    {
        var valid = !string.IsNullOrEmpty(region) && region!.Length <= 63 && region[0] != '-' && region[region.Length - 1] != '-';
        foreach (var c in region ?? string.Empty)
            valid &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-';
        if (valid)
            return;

        throw new BdrcException(
            BdrcErrorKind.InvalidArgument,
            "InvalidRegion",
            string.IsNullOrEmpty(region)
                ? Strings.InvalidRegionEmpty
                : Strings.InvalidRegionFormat.FormatInvariant(region));
    }

    /// <summary>Parses an override: <c>host[:port]</c>, <c>https://host[:port]</c>, or <c>http://</c> for a loopback address.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="text">The override.</param>
    /// <exception cref="BdrcException">The format is invalid.</exception>
    public static Uri FromOverride(string name, string text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        var address = trimmed.Contains("://") ? trimmed : "https://" + trimmed;
        if (trimmed.Length == 0
            || !TextSanitizer.IsPlain(trimmed)
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0
            || uri.PathAndQuery != "/"
            || uri.Fragment.Length > 0
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            // The error does not contain the user information, which can be a password.
            throw Refuse(Strings.EndpointFormat.FormatInvariant(name));
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
        {
            throw Refuse(
                Strings.EndpointNotEncrypted.FormatInvariant(name, uri.Authority, uri.Host));
        }

        return new Uri(uri.GetLeftPart(UriPartial.Authority));
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.InvalidArgument, "InvalidEndpoint", message);
}
