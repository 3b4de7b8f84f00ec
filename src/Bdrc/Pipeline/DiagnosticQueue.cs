namespace Bdrc.Pipeline;

/// <summary>
/// Hands messages from the threads below to the pipeline thread, which alone may write them, while it waits for the work.
/// </summary>
internal sealed class DiagnosticQueue
{
    private readonly Queue<BdrcDiagnostic> _messages = new();

    public void Post(BdrcDiagnostic message)
    {
        lock (_messages)
        {
            _messages.Enqueue(message);
            Monitor.Pulse(_messages);
        }
    }

    /// <summary>Blocks until there is a message or the work has ended.</summary>
    /// <returns>The message; null when the work has ended and every message was taken.</returns>
    public BdrcDiagnostic? Take(Task work)
    {
        lock (_messages)
        {
            while (_messages.Count == 0)
            {
                if (work.IsCompleted)
                    return null;
                Monitor.Wait(_messages);
            }

            return _messages.Dequeue();
        }
    }

    /// <summary>Ends the wait of <see cref="Take"/> when the work ends.</summary>
    public void WakeAfter(Task work) => _ = work.ContinueWith(
        static (_, state) =>
        {
            lock (state!)
                Monitor.Pulse(state);
        },
        _messages,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
