using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Module.Tests.Load;

namespace Bdrc.Benchmarks.Soak;

/// <summary>Runs the load test again and again for minutes and reports memory and sockets.</summary>
internal static class SoakRun
{
    public static async Task<int> RunAsync(TimeSpan time, TextWriter output)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        var rounds = await RunAsync(runspace, time, output).ConfigureAwait(false);

        // The sandboxes keep every nonce for 15 minutes; without them only the memory of the module and the engine is left.
        Write(output, MemoryMark.Take("sandboxes gone"));
        return rounds.TrueForAll(round => round is { Lost: 0, Doubled: 0, Mixed: 0, Unexplained: 0 }) ? 0 : 1;
    }

    private static async Task<List<LoadRound>> RunAsync(Runspace runspace, TimeSpan time, TextWriter output)
    {
        await using var first = await LoadAccount.StartAsync("LTAI5tFirstAccountKey001", seed: 1).ConfigureAwait(false);
        await using var second = await LoadAccount.StartAsync("LTAI5tSecondAccountKey02", seed: 2).ConfigureAwait(false);
        Run(runspace, $"Import-Module '{Shell.ModulePath}'; {LoadRound.Prepare(first, second)}");

        // The first round only warms up engines, pools and the sandbox's request log.
        var rounds = new List<LoadRound> { Round() };
        var memory = new List<MemoryMark> { MemoryMark.Take("start") };
        var watch = Stopwatch.StartNew();
        using (var meter = new SoakMeter(first, second))
        {
            while (watch.Elapsed < time)
            {
                rounds.Add(Round());
                if (memory.Count < 4 && watch.Elapsed >= time * memory.Count / 4)
                    memory.Add(MemoryMark.Take($"{memory.Count}/4"));
            }

            memory.Add(MemoryMark.Take("end"));
            Write(output, rounds, memory, meter, watch.Elapsed);
        }

        return rounds;

        LoadRound Round() => LoadRound.Run(script => Run(runspace, script), Shell.ModulePath, first, second);
    }

    private static List<string> Run(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        var results = shell.AddScript(script).Invoke();
        return shell.Streams.Error.Count > 0 ? throw shell.Streams.Error[0].Exception : [.. results.Select(result => result.ToString())];
    }

    private static void Write(TextWriter output, List<LoadRound> rounds, List<MemoryMark> memory, SoakMeter meter, TimeSpan elapsed)
    {
        var round = string.Create(CultureInfo.InvariantCulture, $"{LoadRound.Runspaces} runspaces x {LoadRound.CallsEach} calls");
        Line("time", $"{elapsed.TotalMinutes:0.0} min, {rounds.Count} rounds of {round}, two accounts");
        Line("calls", $"{rounds.Count * 2 * LoadRound.CallsOfAccount:N0}");
        Line("requests", $"{rounds.Sum(r => r.Requests):N0}");
        Line("faults injected", $"{rounds.Sum(r => r.Faults):N0}");
        Line("lost / doubled / mixed", $"{rounds.Sum(r => r.Lost)} / {rounds.Sum(r => r.Doubled)} / {rounds.Sum(r => r.Mixed)}");
        Line("requests unexplained", $"{rounds.Sum(r => r.Unexplained)}");
        Line("highest rate per account", $"{meter.HighestRate:N0} requests/s");
        Line("sockets open at most", $"{meter.MostSockets}");
        foreach (var mark in memory)
            Write(output, mark);

        void Line(string name, FormattableString value) =>
            output.WriteLine(name.PadRight(28) + value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(TextWriter output, MemoryMark mark)
    {
        const double Megabyte = 1_048_576;
        var sizes = FormattableString.Invariant(
            $"working set {mark.WorkingSet / Megabyte:0} MB, generation 2 {mark.SecondGeneration / Megabyte:0.0} MB");
        output.WriteLine($"{"memory, " + mark.Name,-28}{sizes}");
    }
}
