using System.Diagnostics;

namespace Bdrc.Benchmarks.Start;

/// <summary>Runs a script in a new process of a shell.</summary>
internal static class ShellProcess
{
    /// <summary>Runs the script and returns its output; an error ends the benchmark.</summary>
    public static string Run(string shell, string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(shell, ["-NoProfile", "-NonInteractive", "-Command", "$ErrorActionPreference = 'Stop'; " + script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{shell} failed: {script}");
    }
}
