using Bdrc.Core.Contexts;

namespace Bdrc.Core.Http.Retry;

/// <summary>How patient the calls of a context are (spec/retries.md section 4).</summary>
internal sealed class RetryOptions
{
    public static readonly RetryOptions Default = new();

    /// <summary>Repeats after the first attempt, 0 to 10.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How long a call may take in all, waits and repeats included; a list is a call for each page.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>What a user asked for; the defaults where nothing was said.</summary>
    public static RetryOptions Of(ContextRequest? request) => request is { MaxRetries: null, RequestTimeout: null } or null
        ? Default
        : new RetryOptions
        {
            MaxRetries = request.MaxRetries ?? Default.MaxRetries,
            RequestTimeout = request.RequestTimeout ?? Default.RequestTimeout,
        };
}
