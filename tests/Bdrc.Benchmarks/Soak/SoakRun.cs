using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Module.Tests.Load;

namespace Bdrc.Benchmarks.Soak;

/// <summary>The load of the tests, round after round for minutes, with what it holds of memory and sockets.</summary>
internal static class SoakRun
{
    public static async Task<int> RunAsync(TimeSpan time, TextWriter output)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        var rounds = await RunAsync(runspace, time, output).ConfigureAwait(false);

        // The sandboxes remember every nonce for a quarter of an hour; what is left without them is the module's and the engine's.
        Write(output, MemoryMark.Take("sandboxes gone"));
        return rounds.Exists(round => round.Lost + round.Doubled + round.Mixed + round.Unexplained > 0) ? 1 : 0;
    }

    private static async Task<List<LoadRound>> RunAsync(Runspace runspace, TimeSpan time, TextWriter output)
    {
        await using var first = await LoadAccount.StartAsync("LTAI5tFirstAccountKey001", seed: 1).ConfigureAwait(false);
        await using var second = await LoadAccount.StartAsync("LTAI5tSecondAccountKey02", seed: 2).ConfigureAwait(false);
        Run(runspace, $"Import-Module '{Shell.ModulePath}'; {LoadRound.Prepare(first, second)}");

        // The first round is not measured: engines, pools and the sandbox's log of requests fill up in it.
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
        Line("time", $"{elapsed.TotalMinutes:0.0} min, {rounds.Count} rounds of {LoadRound.Runspaces} runspaces x {LoadRound.CallsEach} calls, two accounts");
        Line("calls", $"{rounds.Count * 2 * LoadRound.CallsOfAccount:N0}");
        Line("requests", $"{rounds.Sum(round => round.Requests):N0}");
        Line("faults injected", $"{rounds.Sum(round => round.Faults):N0}");
        Line("lost / doubled / mixed", $"{rounds.Sum(round => round.Lost)} / {rounds.Sum(round => round.Doubled)} / {rounds.Sum(round => round.Mixed)}");
        Line("requests unexplained", $"{rounds.Sum(round => round.Unexplained)}");
        Line("highest rate per account", $"{meter.HighestRate:N0} requests/s");
        Line("sockets open at most", $"{meter.MostSockets}");
        foreach (var mark in memory)
            Write(output, mark);

        void Line(string what, FormattableString value) => output.WriteLine(what.PadRight(28) + value.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(TextWriter output, MemoryMark mark) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{"memory, " + mark.Name,-28}working set {mark.WorkingSet / 1_048_576.0:0} MB, generation 2 {mark.SecondGeneration / 1_048_576.0:0.0} MB"));
}
