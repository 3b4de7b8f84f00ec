using System.Net;
using Bdrc.Core.Credentials;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Contexts;

/// <summary>Explicit connection settings. Null means: resolve from the next source.</summary>
public sealed class ContextRequest : CredentialOptions
{
    /// <summary>Region id; null for the next source. An empty text is an error.</summary>
    public string? Region { get; set; }

    /// <summary>Region of the session, when another profile is used in it; null for none.</summary>
    internal string? SessionRegion { get; set; }

    /// <summary>Endpoint override; null for the next source. An empty text is an error.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Retries after the first attempt, 0 to 10; null for 3.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Time limit of a call, including waits and retries; null for 120 s.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Whether to call the VPC endpoints.</summary>
    public bool UseVpcEndpoint { get; set; }

    /// <summary>Proxy of all calls; null for the proxy of the environment variables or the system.</summary>
    public Uri? Proxy { get; set; }

    /// <summary>User name and password of the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; set; }

    /// <summary>Returns the retries and timeouts, with defaults for what is not set.</summary>
    internal RetryOptions ToRetryOptions()
    {
        var defaults = RetryOptions.Default;
        return MaxRetries is null && RequestTimeout is null
            ? defaults
            : defaults with { MaxRetries = MaxRetries ?? defaults.MaxRetries, RequestTimeout = RequestTimeout ?? defaults.RequestTimeout };
    }
}
