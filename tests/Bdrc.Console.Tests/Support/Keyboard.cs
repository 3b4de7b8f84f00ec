using System.Collections.Concurrent;

namespace Bdrc.Console.Tests.Support;

/// <summary>Keys that were typed; a read waits when all of them are used up.</summary>
internal sealed class Keyboard : IDisposable
{
    public const char Backspace = '\b';
    public const char EndOfInput = '\u0004';

    private readonly BlockingCollection<ConsoleKeyInfo> _keys = [];

    /// <summary>Set when somebody waits for a key that was not typed yet.</summary>
    public TaskCompletionSource Awaited { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Type(string keys)
    {
        foreach (var key in keys)
            _keys.Add(new ConsoleKeyInfo(key, NameOf(key), shift: false, alt: false, control: false));
    }

    public ConsoleKeyInfo ReadKey()
    {
        if (_keys.TryTake(out var key))
            return key;

        Awaited.TrySetResult();
        return _keys.Take();
    }

    // A read that was given up may still wait: it is not worth failing on.
    public void Dispose() => _keys.CompleteAdding();

    private static ConsoleKey NameOf(char key) => key switch
    {
        '\n' => ConsoleKey.Enter,
        Backspace => ConsoleKey.Backspace,
        _ => ConsoleKey.None,
    };
}
