using System.Collections.Concurrent;

namespace Bdrc.Console.Tests.Support;

/// <summary>A queue of typed keys; a read waits when the queue is empty.</summary>
internal sealed class Keyboard : IDisposable
{
    public const char Backspace = '\b';
    public const char EndOfInput = '\u0004';

    private readonly BlockingCollection<ConsoleKeyInfo> _keys = [];

    /// <summary>Completes when a read waits for a key that was not typed yet.</summary>
    public TaskCompletionSource ReadPending { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Type(string keys)
    {
        foreach (var key in keys)
            _keys.Add(new ConsoleKeyInfo(key, NameOf(key), shift: false, alt: false, control: false));
    }

    public ConsoleKeyInfo ReadKey()
    {
        if (_keys.TryTake(out var key))
            return key;

        ReadPending.TrySetResult();
        return _keys.Take();
    }

    // An interrupted read may still be waiting: completing the queue ends it.
    public void Dispose() => _keys.CompleteAdding();

    private static ConsoleKey NameOf(char key) => key switch
    {
        '\n' => ConsoleKey.Enter,
        Backspace => ConsoleKey.Backspace,
        _ => ConsoleKey.None,
    };
}
