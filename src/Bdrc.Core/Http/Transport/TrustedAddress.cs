using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Bdrc.Core.Http.Transport;

/// <summary>Decides which addresses secrets may travel to: https, or this machine and its link.</summary>
internal static class TrustedAddress
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsNear(uri)));

    public static bool IsNear(Uri uri)
    {
        if (uri.IsLoopback || uri.Host == "100.100.100.200")
            return true;
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address))
            return false;
        var bytes = address.GetAddressBytes();
        return address.IsIPv6LinkLocal || (bytes.Length == 4 && bytes[0] == 169 && bytes[1] == 254);
    }
}
