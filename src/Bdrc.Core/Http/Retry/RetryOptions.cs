namespace Bdrc.Core.Http.Retry;

/// <summary>Retries and timeouts of a call (spec/retries.md section 4).</summary>
internal sealed record RetryOptions
{
    public static readonly RetryOptions Default = new();

    /// <summary>Retries after the first attempt, 0 to 10.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>
    /// Longest time of the whole call: waits, credentials and retries included. A list makes one call for each page.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time of one attempt, its response included.</summary>
    public TimeSpan AttemptTimeout { get; init; } = RetryPolicy.AttemptTimeout;
}
