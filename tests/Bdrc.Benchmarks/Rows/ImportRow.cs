using System.ComponentModel;
using System.Diagnostics;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;

namespace Bdrc.Benchmarks.Rows;

/// <summary>The time from the start of pwsh to the first result, minus that of a pwsh that does nothing.</summary>
internal static class ImportRow
{
    private const string Work = "import and first result, over bare pwsh";
    private const int Rounds = 9;

    public static Row Measure()
    {
        try
        {
            Start("exit 0");
        }
        catch (Win32Exception)
        {
            return Row.Skipped(Work, "pwsh is not on PATH");
        }

        List<double> limit = [], ours = [];
        for (var round = 0; round < Rounds; round++)
        {
            var bare = Start("$null = 1");
            limit.Add(Start($"Import-Module '{Shell.LimitPath}'; $null = Get-LimitTask t-1") - bare);
            ours.Add(Start($"Import-Module '{Shell.ModulePath}'; $null = Get-BdrcTask t-1") - bare);
        }

        limit.Sort();
        ours.Sort();
        return Row.Compared(Work, "+{0:0} ms", limit[Rounds / 2] * 1000, ours[Rounds / 2] * 1000, 1.25);
    }

    private static double Start(string script)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = ChildProcess.Start("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script]);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException("pwsh failed: " + script);
    }
}
