namespace Bdrc.Core.Http.Retry;

/// <summary>Retries and timeouts of a call (spec/retries.md section 4).</summary>
internal sealed record RetryOptions
{
    public static readonly RetryOptions Default = new();

    /// <summary>Retries after the first attempt, 0 to 10.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>
    /// The time limit of the whole call, including waits, credentials and retries. A list makes one call for each page.
    /// </summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The time limit of one attempt, including its response.</summary>
    public TimeSpan AttemptTimeout { get; init; } = RetryPolicy.AttemptTimeout;
}
