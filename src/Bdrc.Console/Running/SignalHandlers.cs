using System.Runtime.InteropServices;
using Bdrc.Console.CommandLine;

namespace Bdrc.Console.Running;

/// <summary>Ctrl+C stops the running script; SIGTERM stops it and ends the process.</summary>
internal sealed class SignalHandlers : IDisposable
{
    private readonly ConsoleApplication _application;
    private readonly PosixSignalRegistration _termination;

    public SignalHandlers(ConsoleApplication application)
    {
        _application = application;
        System.Console.CancelKeyPress += OnCancelKey;
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination);
    }

    public void Dispose()
    {
        System.Console.CancelKeyPress -= OnCancelKey;
        _termination.Dispose();
    }

    // A second Ctrl+C while the script is still stopping ends the process, as it would without a handler.
    private void OnCancelKey(object? sender, ConsoleCancelEventArgs key) => key.Cancel = _application.Stop();

    private void OnTermination(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (!_application.Terminate(ExitCodes.Terminated))
            Environment.Exit(ExitCodes.Terminated);
    }
}
