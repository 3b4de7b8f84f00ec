namespace Bdrc.Sandbox.Errors;

/// <summary>A refusal in the platform's terms; it becomes an error answer.</summary>
internal sealed class PlatformException(int status, string code, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
