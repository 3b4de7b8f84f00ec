using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Tasks;

public sealed class TaskListTests
{
    [Fact]
    public async Task Starts_with_the_finished_tasks_asked_for_even_when_new_ones_fail()
    {
        using var fixture = new SandboxFixture(options => (options.FinishedTasks, options.FailingTasks) = (1200, 1));
        var tasks = await AllAsync(fixture, 500);
        Assert.Equal(1200, tasks.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1200, (await AllAsync(fixture, 500, ("TaskStatus", "COMPLETE"))).Count);
        Assert.Equal(1200, (await fixture.CallAsync("DescribeTasks")).Data.Number("TotalCount"));
    }

    [Fact]
    public async Task Lists_the_newest_first_and_ends_with_an_empty_cursor()
    {
        using var fixture = new SandboxFixture(options => options.FinishedTasks = 25);
        var newest = await fixture.FinishAsync("UpdateResources");
        var first = await fixture.CallAsync("DescribeTasks");
        Assert.Equal(newest, first.Content[0].Text("TaskId"));
        Assert.Equal(10, first.Content.Count);
        Assert.NotEmpty(first.NextToken);
        Assert.Equal(26, (await AllAsync(fixture, 10)).Count);
    }

    [Fact]
    public async Task Loses_and_repeats_nothing_when_tasks_come_in_between_pages()
    {
        using var fixture = new SandboxFixture(options => (options.FinishedTasks, options.TaskDuration) = (30, TimeSpan.Zero));
        var seen = new List<string>();
        var token = string.Empty;
        do
        {
            var page = await fixture.CallAsync("DescribeTasks", token.Length == 0 ? [] : [("NextToken", token)]);
            seen.AddRange(page.Content.Select(task => task.Text("TaskId")));
            token = page.NextToken;
            await fixture.CallAsync("UpdateResources");
        }
        while (token.Length > 0);

        Assert.Equal(30, seen.Count);
        Assert.Equal(30, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Filters_by_status_and_type()
    {
        using var fixture = new SandboxFixture(options => options.FinishedTasks = 30);
        var running = (await fixture.CallAsync("UpdateResources")).TaskId;
        fixture.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([running], await AllAsync(fixture, 10, ("TaskStatus", "RUNNING")));
        Assert.Equal(10, (await AllAsync(fixture, 10, ("TaskType", "CHECK_RULES"))).Count);
        Assert.Equal(21, (await AllAsync(fixture, 10, ("TaskType", "UPDATE_RESOURCES"))).Count);
        Assert.Equal(20, (await AllAsync(fixture, 10, ("TaskType", "UPDATE_RESOURCES"), ("TaskStatus", "COMPLETE"))).Count);
        Assert.Empty(await AllAsync(fixture, 10, ("TaskStatus", "EXPIRED")));
        Assert.Empty(await AllAsync(fixture, 10, ("TaskType", "TEST")));
    }

    [Fact]
    public async Task Refuses_a_cursor_that_it_never_gave()
    {
        using var fixture = new SandboxFixture(options => options.FinishedTasks = 30);
        (await fixture.CallAsync("DescribeTasks", ("NextToken", "0123456789abcdef0123456789abcdef"))).MustBe(400, "InvalidNextToken");
        var ofResources = (await fixture.CallAsync("DescribeResources")).NextToken;
        (await fixture.CallAsync("DescribeTasks", ("NextToken", ofResources))).MustBe(400, "InvalidNextToken");
    }

    private static async Task<List<string>> AllAsync(SandboxFixture fixture, int size, params (string Name, object Value)[] filters)
    {
        var ids = new List<string>();
        var token = string.Empty;
        do
        {
            (string, object)[] page = token.Length == 0 ? [("MaxResults", size)] : [("MaxResults", size), ("NextToken", token)];
            var response = await fixture.CallAsync("DescribeTasks", [.. filters, .. page]);
            ids.AddRange(response.Content.Select(task => task.Text("TaskId")));
            token = response.NextToken;
        }
        while (token.Length > 0);
        return ids;
    }
}
