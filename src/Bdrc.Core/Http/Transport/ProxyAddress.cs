using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>Refuses a -Proxy that cannot be one.</summary>
internal static class ProxyAddress
{
    /// <summary>Refuses what is no http or https address, and one that holds a password.</summary>
    /// <remarks>
    /// A password in the address would be left unused, and would stand in every message about the proxy. The address is not
    /// repeated.
    /// </remarks>
    /// <exception cref="BdrcException">It is one of these.</exception>
    public static void Check(Uri proxy)
    {
        if (!proxy.IsAbsoluteUri || (proxy.Scheme != Uri.UriSchemeHttp && proxy.Scheme != Uri.UriSchemeHttps) || proxy.Host.Length == 0)
            throw Refuse(Strings.ProxyForm);
        if (proxy.UserInfo.Length > 0)
            throw Refuse(Strings.ProxyUserInfo);
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.InvalidArgument, "InvalidProxy", message);
}
