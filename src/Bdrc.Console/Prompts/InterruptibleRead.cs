namespace Bdrc.Console.Prompts;

/// <summary>
/// A blocking read whose caller can stop waiting. The read itself cannot be canceled, so it stays pending and the next call
/// returns its result: no input is lost.
/// </summary>
internal sealed class InterruptibleRead<T>(Func<T> read)
{
    private readonly Lock _gate = new();
    private Task<T>? _pending;
    private TaskCompletionSource _interruption = NewInterruption();

    public T Next()
    {
        Task<T> pending;
        Task interruption;
        lock (_gate)
        {
            pending = _pending ??=
                Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            interruption = _interruption.Task;
        }

        if (Task.WaitAny(pending, interruption) != 0)
            throw new OperationCanceledException();

        lock (_gate)
            _pending = null;
        return pending.GetAwaiter().GetResult();
    }

    public void Interrupt()
    {
        lock (_gate)
        {
            _interruption.SetResult();
            _interruption = NewInterruption();
        }
    }

    private static TaskCompletionSource NewInterruption() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
