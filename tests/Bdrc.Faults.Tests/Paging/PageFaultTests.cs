using System.Text;
using Bdrc.Faults.Tests.Matrix;

namespace Bdrc.Faults.Tests.Paging;

/// <summary>
/// Every list ends, returns each item once, and reports when it may be incomplete. Print the table with
/// <c>-explicit only -showLiveOutput</c>.
/// </summary>
public sealed class PageFaultTests
{
    public static TheoryData<string> Names => [.. PageFaults.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ends_as_the_fault_requires(string name)
    {
        var fault = PageFaults.All.Single(candidate => candidate.Name == name);

        Assert.Equal((fault.Items, fault.Ending, fault.Pages.Length), await RunAsync(fault));
    }

    [Fact(Explicit = true)]
    public async Task Prints_the_faults_of_lists()
    {
        var table = new StringBuilder("\nfault of a list").Append(' ', 27).Append("must      items          requests");
        foreach (var fault in PageFaults.All)
        {
            var (items, ending, requests) = await RunAsync(fault);
            Assert.Equal((fault.Items, fault.Ending, fault.Pages.Length), (items, ending, requests));
            table.Append('\n')
                .Append(fault.Name.PadRight(42)).Append(ending.ToString().PadRight(10)).Append(items.PadRight(15)).Append(requests);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(table.Append('\n').Append(PageFaults.All.Count).Append(" cases.").ToString());
    }

    private static async Task<(string Items, PageEnding Ending, int Requests)> RunAsync(PageFault fault)
    {
        await using var fixture = await FaultFixture.CreateAsync();
        var before = fixture.ReceivedInTotal;
        foreach (var (status, body) in fault.Pages)
            fixture.Respond(status, body);
        var items = new List<string>();
        var ending = PageEnding.Complete;
        var pages = fixture.Client.DescribeTasks(null, null, null);
        try
        {
            while (await pages.ReadAsync(TestContext.Current.CancellationToken) is { } page)
                items.AddRange(page.Select(task => task.TaskId));
        }
        catch (BdrcException)
        {
            ending = PageEnding.Failed;
        }

        if (fixture.Diagnostics.Any(
            message => message.Contains($"the list may be incomplete. Its length is {items.Count}.", StringComparison.Ordinal)))
            ending = PageEnding.Warned;
        return (string.Join(' ', items), ending, fixture.ReceivedInTotal - before);
    }
}
