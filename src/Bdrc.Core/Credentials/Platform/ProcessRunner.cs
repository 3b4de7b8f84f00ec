using System.Diagnostics;
using System.Text;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Runs programs of this machine; both pipes are read at once, so that a full one cannot block it.</summary>
/// <param name="clock">What the time limit is measured by; null for the system's.</param>
internal sealed class ProcessRunner(TimeProvider? clock = null) : IProcessRunner
{
    private const int LargestOutput = 64 * 1024;

    public async Task<ProcessOutcome> RunAsync(
        IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Describe(command) };
        process.Start();
        process.StandardInput.Dispose();
        using var late = (clock ?? TimeProvider.System).CancelAfter(timeout);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var output = ReadAsync(process.StandardOutput);
        var errors = ReadAsync(process.StandardError);
        var ended = Task.WhenAll(output, errors, Task.Run(process.WaitForExit, CancellationToken.None));

        // A grandchild may hold the pipes open although the program itself was ended.
        var stopped = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = ending.Token.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), stopped);
        await Task.WhenAny(ended, stopped.Task).ConfigureAwait(false);

        // Not in a callback of the token: whoever leaves here first would take the callback with him.
        if (ending.IsCancellationRequested)
            Kill(process);
        cancellationToken.ThrowIfCancellationRequested();
        if (late.IsCancellationRequested)
            throw new TimeoutException();

        await ended.ConfigureAwait(false);
        return new ProcessOutcome(process.ExitCode, await output.ConfigureAwait(false));
    }

    private static ProcessStartInfo Describe(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0])
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
            // Read on past the limit: a writer must not block on a full pipe.
            if (text.Length <= LargestOutput)
                text.Append(block, 0, read);
        }

        return text.Length > LargestOutput ? string.Empty : text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
#if NET
            process.Kill(entireProcessTree: true);
#else
            using var killer = Process.Start(new ProcessStartInfo(Path.Combine(Environment.SystemDirectory, "taskkill.exe"), "/T /F /PID " + process.Id)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
            });
#endif
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }
}
