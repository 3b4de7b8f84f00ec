namespace Bdrc.Core.Http.Throttling;

/// <summary>The quota that BDRC publishes.</summary>
internal static class PublishedQuota
{
    /// <summary>Requests a second for each account, region and operation.</summary>
    public const int RequestsPerSecond = 10;

    /// <summary>
    /// The quota of an endpoint in requests a second; null when none is published for it, for example for a stub on loopback.
    /// </summary>
    public static int? At(Uri endpoint) =>
        endpoint.Host.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase)
        || string.Equals(endpoint.Host, "bdrc.sandbox.invalid", StringComparison.OrdinalIgnoreCase)
            ? RequestsPerSecond
            : null;
}
