using System.Globalization;
using Bdrc.Simulation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine("| tasks | way | requests | peak a second | mean delay | worst delay |");
Console.WriteLine("|---:|---|---:|---:|---:|---:|");
foreach (var count in (int[])[1, 10, 100, 1_000, 10_000])
{
    var comparison = await Comparison.OfAsync(count);
    Print(count, "Wait-BdrcTask", comparison.Watcher);
    Print(count, "one by one, every 10 s", comparison.OneByOne);
    Console.WriteLine($"| {count:N0} | floor: each end read once | {comparison.Floor:N0} | | | |");
}

static void Print(int count, string way, Outcome outcome) => Console.WriteLine(
    $"| {count:N0} | {way} | {outcome.Requests:N0} | {outcome.PeakRate} | {outcome.MeanDelay:N1} s | {outcome.WorstDelay:N1} s |");
