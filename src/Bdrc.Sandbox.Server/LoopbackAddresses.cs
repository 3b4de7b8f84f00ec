using System.Net;

namespace Bdrc.Sandbox.Server;

/// <summary>The addresses that a sandbox may listen on.</summary>
internal static class LoopbackAddresses
{
    private const string Allowed =
        "allowed are http addresses of this machine, such as http://127.0.0.1:5080, http://localhost:5080 or http://[::1]:0 "
        + "(the secret is printed, and there is no TLS)";

    /// <summary>Reads addresses with semicolons between them.</summary>
    /// <exception cref="ArgumentException">One is not allowed.</exception>
    public static List<string> Parse(string urls)
    {
        var addresses = new List<string>();
        foreach (var url in (urls ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            addresses.Add(Check(url));
        return addresses.Count > 0 ? addresses : throw new ArgumentException($"No address was given; {Allowed}.", nameof(urls));
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

        // Kestrel gives out free ports for one address only, and localhost is two.
        var host = address is { Port: 0, Host: "localhost" } ? IPAddress.Loopback.ToString() : address.Host;
        return $"http://{host}:{address.Port}";
    }
}
