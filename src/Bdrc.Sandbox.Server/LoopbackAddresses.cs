using System.Net;

namespace Bdrc.Sandbox.Server;

/// <summary>Checks the addresses that the server listens on: only loopback addresses are allowed.</summary>
internal static class LoopbackAddresses
{
    private const string Allowed =
        "allowed are http addresses of this machine, such as http://127.0.0.1:5080, http://localhost:5080 or http://[::1]:0 "
        + "(the secret is printed, and there is no TLS)";

    /// <summary>Reads addresses that are separated by semicolons.</summary>
    /// <exception cref="ArgumentException">An address is not allowed, or there is none.</exception>
    public static List<string> Parse(string urls)
    {
        var addresses = new List<string>();
        foreach (var url in (urls ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            addresses.Add(Check(url));
        return addresses.Count > 0 ? addresses : throw new ArgumentException($"No address was specified; {Allowed}.", nameof(urls));
    }

    private static string Check(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttp
            || !address.IsLoopback
            || address.PathAndQuery != "/"
            || address.UserInfo.Length > 0)
        {
            throw new ArgumentException($"'{url}' is not an address to listen on; {Allowed}.", nameof(url));
        }

        // Kestrel cannot choose a free port for localhost, because that is two addresses.
        var host = address is { Port: 0, Host: "localhost" } ? IPAddress.Loopback.ToString() : address.Host;
        return $"http://{host}:{address.Port}";
    }
}
