using System.Net;
using Bdrc.Core.Credentials;

namespace Bdrc.Core.Contexts;

/// <summary>Explicit connection settings. Null means: resolve from the next source.</summary>
public sealed class ContextRequest : CredentialOptions
{
    /// <summary>Region id; null for the environment. An empty text is refused.</summary>
    public string? Region { get; set; }

    /// <summary>Region of the session that another profile is used in; null for none.</summary>
    internal string? SessionRegion { get; set; }

    /// <summary>Endpoint override; null for the environment. An empty text is refused.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Retries after the first attempt, 0 to 10; null for 3.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Longest time of a call, waits and retries included; null for 120 s.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Whether to call the endpoint inside a VPC.</summary>
    public bool UseVpcEndpoint { get; set; }

    /// <summary>Proxy of all calls; null for the environment's or the system's.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>User name and password of the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; set; }

    /// <summary>Retries and timeouts, with defaults for what is not set.</summary>
    internal Http.Retry.RetryOptions ToRetryOptions()
    {
        var defaults = Http.Retry.RetryOptions.Default;
        return MaxRetries is null && RequestTimeout is null
            ? defaults
            : defaults with { MaxRetries = MaxRetries ?? defaults.MaxRetries, RequestTimeout = RequestTimeout ?? defaults.RequestTimeout };
    }
}
