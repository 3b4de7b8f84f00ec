namespace Bdrc.Console.Tests.Support;

/// <summary>A writer that signals when a text was written.</summary>
internal sealed class SignalingWriter(string text) : StringWriter
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Written => _written.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        if (ToString().Contains(text, StringComparison.Ordinal))
            _written.TrySetResult();
    }
}
