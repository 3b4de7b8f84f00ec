using System.Management.Automation;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;
using Bdrc.Benchmarks.Responses;

namespace Bdrc.Benchmarks.Rows;

/// <summary>The time to stream long lists.</summary>
internal static class ListRows
{
    public static Row Measure(Shell shell, Lists list, double budget)
    {
        if (!shell.Has(list.Command(limit: false)))
            return Row.Skipped(list.Work, $"the module has no {list.Command(limit: false)} yet");

        var rotation = Rotation.Run(
            5,
            1,
            () => Lists.Check(shell.Run(list.Script(limit: true)), CannedResponses.ListLength),
            () => Lists.Check(shell.Run(list.Script(limit: false)), CannedResponses.ListLength));
        return Row.Compared(list.Work, "{0:0.00} s", rotation.Limit(cost => cost.Seconds), rotation.Ours(cost => cost.Seconds), budget);
    }
}

/// <summary>A list that the limit or the module streams and counts.</summary>
/// <param name="Noun">The noun of the list command.</param>
/// <param name="PageSize">The number of items on a page.</param>
internal sealed record Lists(string Noun, int PageSize)
{
    public static Lists Tasks { get; } = new("Task", 500);

    public static Lists Resources { get; } = new("Resource", 100);

    public string Work => $"{CannedResponses.ListLength:N0} {Noun.ToLowerInvariant()}s by pages of {PageSize}";

    public string Command(bool limit) => $"Get-{(limit ? "Limit" : "Bdrc")}{Noun}";

    public string Script(bool limit) => $"{Command(limit)} -PageSize {PageSize} | Measure-Limit";

    /// <summary>Throws when the list is incomplete, so that the measurement is invalid.</summary>
    public static void Check(IList<PSObject> output, int expected)
    {
        if (output is not [{ BaseObject: int count }] || count != expected)
            throw new InvalidOperationException($"{expected} objects were expected, but the output is incomplete.");
    }
}
