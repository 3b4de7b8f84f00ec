using Bdrc.Core.Client;

namespace Bdrc.Core.Tests.Client;

public sealed class WarmUpTests
{
    // A dry run that ends in an error would prepare only a part of the path, and nobody would see it.
    [Fact]
    public async Task Reads_a_task_from_the_stub_through_the_whole_path_of_a_call()
    {
        var task = await WarmUp.DryRunAsync();

        Assert.Equal("t", task.TaskId);
        Assert.True(task.IsFinished);
    }
}
