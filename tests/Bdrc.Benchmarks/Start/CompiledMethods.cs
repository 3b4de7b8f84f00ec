namespace Bdrc.Benchmarks.Start;

/// <summary>The methods that a shell compiled just in time, by group. The runtime itself lists them (.NET 8 and later).</summary>
internal static class CompiledMethods
{
    private const string Mark = ": JIT compiled ";

    /// <summary>The groups with the beginnings of their types. The first match counts; the last group is everything else.</summary>
    private static readonly (string Name, string[] Prefixes)[] Prefixes =
    [
        (
            "async",
            [
                "System.Threading.Tasks.",
                "System.Runtime.CompilerServices.Async",
                "System.Runtime.CompilerServices.Configured",
                "System.Runtime.CompilerServices.Pool",
                "System.Runtime.CompilerServices.TaskAwaiter",
                "System.Runtime.CompilerServices.ValueTask",
            ]),
        ("JSON", ["System.Text.Json."]),
        ("DI, Http, Options, Logging", ["Microsoft.Extensions."]),
        ("own: Core", ["Bdrc.Core."]),
        ("own: cmdlets, models, loader", ["Bdrc."]),
        ("framework and engine", [""]),
    ];

    public static IReadOnlyList<string> Groups { get; } = [.. Prefixes.Select(group => group.Name)];

    /// <summary>Runs a script and counts the methods compiled for the first time in each group.</summary>
    public static int[] Count(string shell, string script)
    {
        var list = Path.GetTempFileName();
        try
        {
            WriteList(shell, script, list);
            var counts = new int[Prefixes.Length];
            foreach (var method in File.ReadLines(list).Select(Method).OfType<string>())
                counts[GroupOf(method)]++;
            return counts;
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static int GroupOf(string method) =>
        Array.FindIndex(Prefixes, group => Array.Exists(group.Prefixes, prefix => method.StartsWith(prefix, StringComparison.Ordinal)));

    // A shell that lists its methods sometimes crashes when it ends, with any module and with none: the list is closed while another
    // thread compiles. It is then incomplete.
    private static void WriteList(string shell, string script, string list)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The runtime appends to the file.
                File.Delete(list);
                ShellProcess.Run(shell, script, ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                // The next attempt writes a new list.
            }
        }
    }

    // "  12: JIT compiled Some.Type:Method(int) [Tier0, IL size=18, code size=24]". Tier1 is a method that is compiled again, at a
    // moment that the runtime chooses.
    private static string? Method(string line)
    {
        var start = line.IndexOf(Mark, StringComparison.Ordinal);
        var isFirst = start >= 0 && !line.Contains(" [Tier1", StringComparison.Ordinal);
        return isFirst ? line[(start + Mark.Length)..] : null;
    }
}
