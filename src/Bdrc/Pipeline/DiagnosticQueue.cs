using System.Collections.Concurrent;

namespace Bdrc.Pipeline;

/// <summary>Passes messages from any thread to the pipeline thread, which writes them while it waits for the work.</summary>
internal sealed class DiagnosticQueue : IDisposable
{
    private readonly ConcurrentQueue<BdrcDiagnostic> _messages = new();

    // It spins briefly before it blocks: a response from a near endpoint often arrives before a thread could be woken.
    private readonly ManualResetEventSlim _signal = new();

    public void Post(BdrcDiagnostic message)
    {
        _messages.Enqueue(message);
        Wake();
    }

    /// <summary>Blocks until there is a message or the work has ended.</summary>
    /// <returns>The message; null when the work has ended and the queue is empty.</returns>
    public BdrcDiagnostic? Take(Task work)
    {
        while (true)
        {
            // Read before the queue is: the work posts its messages before it ends.
            var hasEnded = work.IsCompleted;
            if (_messages.TryDequeue(out var message))
                return message;
            if (hasEnded)
                return null;
            _signal.Wait();
            _signal.Reset();
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

    public void Dispose() => _signal.Dispose();

    private void Wake()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // The command has ended, so no thread waits.
        }
    }
}
