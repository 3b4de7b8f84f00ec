using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Runs a program without a shell.</summary>
internal interface IProcessRunner
{
    /// <exception cref="FileNotFoundException">The program is a bare name, and no folder of PATH contains it.</exception>
    /// <exception cref="TimeoutException">The time limit passed; the program and its child processes were stopped.</exception>
    Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken);
}

/// <summary>The exit code and the output of a program. The output may contain secrets and is never shown.</summary>
internal sealed class ProcessOutcome(int exitCode, string output)
{
    public int ExitCode { get; } = exitCode;

    public string Output { get; } = output;
}

/// <summary>Runs programs on this machine. Reads both output streams at once, so that a full pipe cannot block the program.</summary>
/// <param name="clock">Measures the time limit; null for the system clock.</param>
internal sealed class ProcessRunner(TimeProvider? clock = null) : IProcessRunner
{
    private const int MaxOutputLength = 64 * 1024;

    /// <summary>
    /// Ctrl+C in a terminal ends the program and cancels the call at the same time. A program that fails may be the first sign of
    /// it, so the cancellation has this long to arrive.
    /// </summary>
    private static readonly TimeSpan CancellationDelay = TimeSpan.FromMilliseconds(500);

    public async Task<ProcessOutcome> RunAsync(
        IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = CreateStartInfo(command) };
        process.Start();
        process.StandardInput.Dispose();
        using var timer = (clock ?? TimeProvider.System).CancelAfter(timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var output = ReadAsync(process.StandardOutput);
        var errors = ReadAsync(process.StandardError);
        var ended = Task.WhenAll(output, errors, Task.Run(process.WaitForExit, CancellationToken.None));

        // A child process may hold the pipes open after the program itself has ended.
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.Token.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped);
        await Task.WhenAny(ended, stopped.Task).ConfigureAwait(false);

        // Not in a callback of the token: disposing its registration could cancel the callback before it runs.
        if (stop.IsCancellationRequested)
            Kill(process);
        cancellationToken.ThrowIfCancellationRequested();
        if (timer.IsCancellationRequested)
            throw new TimeoutException();

        await ended.ConfigureAwait(false);
        if (process.ExitCode != 0)
            await (clock ?? TimeProvider.System).DelayAsync(CancellationDelay, cancellationToken).ConfigureAwait(false);
        return new ProcessOutcome(process.ExitCode, await output.ConfigureAwait(false));
    }

    private static ProcessStartInfo CreateStartInfo(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(ProgramPath.OfThisMachine().Find(command[0]))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
#if NET
        for (var i = 1; i < command.Count; i++)
            start.ArgumentList.Add(command[i]);
#else
        var line = new StringBuilder();
        for (var i = 1; i < command.Count; i++)
            CommandLine.AppendQuoted(line, command[i]);
        start.Arguments = line.ToString();
#endif
        return start;
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        var block = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(block, 0, block.Length).ConfigureAwait(false)) > 0)
        {
            // Keep reading past the limit: the program must not block on a full pipe.
            if (text.Length <= MaxOutputLength)
                text.Append(block, 0, read);
        }

        return text.Length > MaxOutputLength ? string.Empty : text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
#if NET
            process.Kill(entireProcessTree: true);
#else
            var taskKill = Path.Combine(Environment.SystemDirectory, "taskkill.exe");
            using var killer = Process.Start(new ProcessStartInfo(taskKill, "/T /F /PID " + process.Id)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
            });
#endif
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or NotSupportedException
            or AggregateException)
        {
            // The program has already ended.
        }
    }
}
