namespace Bdrc.Core.Http.Throttling;

/// <summary>The quota BDRC publishes.</summary>
internal static class PublishedQuota
{
    /// <summary>Requests a second for each account, region and operation.</summary>
    public const int RequestsPerSecond = 10;

    /// <summary>Whether it holds at a host. Elsewhere, a stub on loopback say, there is no quota until the host shows one.</summary>
    public static bool HoldsAt(Uri endpoint) =>
        endpoint.Host.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase)
        || string.Equals(endpoint.Host, "bdrc.sandbox.invalid", StringComparison.OrdinalIgnoreCase);
}
