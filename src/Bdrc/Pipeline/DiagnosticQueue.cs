using System.Collections.Concurrent;
using Bdrc.Arguments;

namespace Bdrc.Pipeline;

/// <summary>
/// Hands messages from the threads below to the pipeline thread, which alone may write them, while it waits for the work.
/// </summary>
internal sealed class DiagnosticQueue : IDisposable
{
    private readonly ConcurrentQueue<BdrcDiagnostic> _messages = new();

    // It spins for a moment before it sleeps: an answer from near by is often there sooner than a thread can be woken.
    private readonly ManualResetEventSlim _news = new();

    public void Post(BdrcDiagnostic message)
    {
        _messages.Enqueue(message);
        Wake();
    }

    /// <summary>Blocks until there is a message or the work has ended.</summary>
    /// <returns>The message; null when the work has ended and every message was taken.</returns>
    public BdrcDiagnostic? Take(Task work)
    {
        while (true)
        {
            // Looked at before the queue: what the work posts, it posts before it ends.
            var hasEnded = work.IsCompleted;
            if (_messages.TryDequeue(out var message))
                return message;
            if (hasEnded)
                return null;
            _news.Wait();
            _news.Reset();
        }
    }

    /// <summary>Ends the wait of <see cref="Take"/> when the work ends.</summary>
    public void WakeAfter(Task work)
    {
        if (work.IsCompleted)
            return;

        _ = work.ContinueWith(
            static (_, state) => ((DiagnosticQueue)state!).Wake(),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    public void Dispose() => _news.Dispose();

    private void Wake()
    {
        try
        {
            _news.Set();
        }
        catch (ObjectDisposedException)
        {
            // The command has gone; there is no one to wake.
        }
    }
}
