namespace Bdrc.Sandbox.Faults;

/// <summary>How a throttling answer tells the wait.</summary>
public enum ThrottleHint
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As <c>x-acs-retry-after</c>, in milliseconds.</summary>
    Milliseconds,

    /// <summary>As <c>Retry-After</c>, in seconds.</summary>
    RetryAfter,

    /// <summary>As <c>TimeLeft</c> of <c>X-RateLimit-User</c>, in milliseconds.</summary>
    RateLimit,
}
