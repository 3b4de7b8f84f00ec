using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Bdrc.Core.Http.Transport;

/// <summary>Routes the instance metadata, loopback and link-local addresses around the configured proxy.</summary>
internal sealed class LocalBypassProxy(IWebProxy? inner) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => inner?.Credentials;
        set
        {
            if (inner is not null)
                inner.Credentials = value;
        }
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner!.GetProxy(destination);

    public bool IsBypassed(Uri host) => inner is null || TrustedAddress.IsLocal(host) || inner.IsBypassed(host);
}

/// <summary>Decides which addresses secrets can be sent to: https, loopback and link-local addresses.</summary>
internal static class TrustedAddress
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLocal(uri)));

    public static bool IsLocal(Uri uri)
    {
        if (uri.IsLoopback || uri.Host == "100.100.100.200")
            return true;
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address))
            return false;
        var bytes = address.GetAddressBytes();
        return address.IsIPv6LinkLocal || (bytes.Length == 4 && bytes[0] == 169 && bytes[1] == 254);
    }
}
