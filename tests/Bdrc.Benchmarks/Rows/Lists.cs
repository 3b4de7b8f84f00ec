using System.Management.Automation;
using Bdrc.Benchmarks.Answers;

namespace Bdrc.Benchmarks.Rows;

/// <summary>A list that is streamed and counted, by the limit or by the module.</summary>
/// <param name="Noun">What is listed.</param>
/// <param name="PageSize">How many a page holds.</param>
internal sealed record Lists(string Noun, int PageSize)
{
    public static Lists Tasks { get; } = new("Task", 500);

    public static Lists Resources { get; } = new("Resource", 100);

    public string Work => $"{CannedAnswers.ListLength:N0} {Noun.ToLowerInvariant()}s by pages of {PageSize}";

    public string Command(bool limit) => $"Get-{(limit ? "Limit" : "Bdrc")}{Noun}";

    public string Script(bool limit) => $"{Command(limit)} -PageSize {PageSize} | Measure-Limit";

    /// <summary>A list that came short has not done the work.</summary>
    public static void Check(IList<PSObject> output, int expected)
    {
        if (output is not [{ BaseObject: int count }] || count != expected)
            throw new InvalidOperationException($"{expected} objects were expected and not all came.");
    }
}
