using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>Checks the address of a proxy.</summary>
internal static class ProxyAddress
{
    /// <summary>Refuses an address that is not http or https, or that contains a password.</summary>
    /// <remarks>
    /// SOCKS is refused because the HTTP handler of .NET Framework does not support it. A password in the address would be
    /// ignored, and visible in every message about the proxy. The error does not contain the address.
    /// </remarks>
    /// <exception cref="BdrcException">The address is refused.</exception>
    public static void Check(Uri proxy)
    {
        if (!proxy.IsAbsoluteUri || (proxy.Scheme != Uri.UriSchemeHttp && proxy.Scheme != Uri.UriSchemeHttps) || proxy.Host.Length == 0)
            throw Refuse(Strings.ProxyFormat);
        if (proxy.UserInfo.Length > 0)
            throw Refuse(Strings.ProxyUserInfo);
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.InvalidArgument, "InvalidProxy", message);
}
