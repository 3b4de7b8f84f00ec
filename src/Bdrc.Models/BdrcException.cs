namespace Bdrc;

/// <summary>A failed call, with everything the service or the network said about it.</summary>
public sealed class BdrcException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="kind">What sort of failure it is.</param>
    /// <param name="code">The service's error code, or this module's own.</param>
    /// <param name="message">What went wrong, in words for the user.</param>
    /// <param name="innerException">What caused it; null when the service said it.</param>
    public BdrcException(BdrcErrorKind kind, string code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Code = code;
    }

    /// <summary>What sort of failure it is.</summary>
    public BdrcErrorKind Kind { get; }

    /// <summary>The service's error code, such as <c>Throttling.User</c>, or this module's own, such as <c>ConnectionRefused</c>.</summary>
    public string Code { get; }

    /// <summary>HTTP status of the answer; 0 when there was none.</summary>
    public int StatusCode { get; init; }

    /// <summary>Id of the last request, to be given to support; null when no answer came.</summary>
    public string? RequestId { get; init; }

    /// <summary>The API operation, such as <c>DescribeTask</c>; null when no call was made.</summary>
    public string? Operation { get; init; }

    /// <summary>Host and port that were called; null when no call was made.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How often the call was sent; 0 when nothing was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>How long the call took in all, waits and repeats included; zero when nothing was sent.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>True when the call may have taken effect although it failed: look before repeating it.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The service's link to troubleshooting; null when it gave none.</summary>
    public string? Recommend { get; init; }

    /// <summary>How long the service asked to wait before the next call; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why access was denied, as the service explains it in <c>AccessDeniedDetail</c>, as JSON text; null when it did not.</summary>
    public string? AccessDeniedDetail { get; init; }

    /// <summary>What the user can do about it; null when there is nothing better than the message.</summary>
    public string? RecommendedAction { get; init; }
}
