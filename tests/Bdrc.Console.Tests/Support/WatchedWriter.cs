namespace Bdrc.Console.Tests.Support;

/// <summary>A writer that tells when a text has come.</summary>
internal sealed class WatchedWriter(string text) : StringWriter
{
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Seen => _seen.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        if (ToString().Contains(text, StringComparison.Ordinal))
            _seen.TrySetResult();
    }
}
