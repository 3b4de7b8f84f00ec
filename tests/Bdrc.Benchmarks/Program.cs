using System.Globalization;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;
using Bdrc.Benchmarks.Responses;
using Bdrc.Benchmarks.Rows;
using Bdrc.Benchmarks.Soak;
using Bdrc.Benchmarks.Start;

namespace Bdrc.Benchmarks;

/// <summary>Measures the module against the limit and prints the table of budgets.</summary>
internal static class Program
{
    private static readonly string[] Subjects = ["import", "calls", "lists", "signature", "memory"];

    private static string Usage =>
        $"Usage: dotnet run -c Release --project tests/Bdrc.Benchmarks [-- {string.Join('|', Subjects)}|soak [minutes]"
        + "|start [--rounds n] [--shell pwsh]... [--module manifest]...]";

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["--serve"]:
                await CannedService.RunAsync().ConfigureAwait(false);
                return 0;
            case ["--memory", var noun, var side]:
                MemoryRows.Run(noun, side);
                return 0;
            case ["soak"]:
                return await SoakRun.RunAsync(TimeSpan.FromMinutes(5), Console.Out).ConfigureAwait(false);
            case ["soak", var minutes]
                when double.TryParse(minutes, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 1440:
                return await SoakRun.RunAsync(TimeSpan.FromMinutes(length), Console.Out).ConfigureAwait(false);
            case ["start", .. var given] when StartOptions.Parse(given) is { } options:
                return WithService(() => StartRun.Run(options, Console.Out));
            case []:
                return MeasureAll(Subjects);
            default:
                if (Array.TrueForAll(arguments, subject => Subjects.Contains(subject, StringComparer.Ordinal)))
                    return MeasureAll(arguments);
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }

    private static int MeasureAll(string[] subjects) => WithService(() =>
    {
        using var shell = new Shell();
        RowTable.Write(Console.Out, [.. subjects.SelectMany(subject => Measure(subject, shell))]);
    });

    private static int WithService(Action measure)
    {
        using var service = ChildProcess.Start("--serve");
        Environment.SetEnvironmentVariable("BDRC_ENDPOINT", service.StandardOutput.ReadLine());
        Environment.SetEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tBenchmark");
        Environment.SetEnvironmentVariable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "benchmark-secret");
        Environment.SetEnvironmentVariable("ALIBABA_CLOUD_REGION_ID", "cn-shanghai");
        try
        {
            measure();
            return 0;
        }
        finally
        {
            service.StandardInput.Close();
            service.WaitForExit();
        }
    }

    private static IEnumerable<Row> Measure(string subject, Shell shell) => subject switch
    {
        "import" => [ImportRow.Measure()],
        "calls" => CallRows.Measure(shell),
        "lists" => [ListRows.Measure(shell, Lists.Tasks, 1.24), ListRows.Measure(shell, Lists.Resources, 1.25)],
        "signature" => SignatureRows.Measure(),
        _ => [MemoryRows.Measure(shell, Lists.Tasks), MemoryRows.Measure(shell, Lists.Resources)],
    };
}
