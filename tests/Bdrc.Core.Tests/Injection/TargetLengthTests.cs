using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Injection;

/// <summary>URLs that are too long for a server are not sent. The error contains the name of the longest parameter.</summary>
public sealed class TargetLengthTests
{
    [Fact]
    public void Names_the_longest_of_several_parameters()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTasks)
            .Add("TaskStatus", "RUNNING").Add("TaskType", new string('x', TargetLength.Max));

        var refusal = Assert.Throws<BdrcException>(() => request.CanonicalQuery());

        Assert.Equal("InvalidTaskType", refusal.Code);
        Assert.Contains("TaskType cannot be used: it makes the request URL 320", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_parameter_in_the_path()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTask).Add("TaskId", new string('x', TargetLength.Max));

        Assert.Equal("InvalidTaskId", Assert.Throws<BdrcException>(() => request.CanonicalPath()).Code);
    }

    [Fact]
    public void Accepts_a_query_of_the_maximum_length()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTasks).Add("TaskType", new string('x', TargetLength.Max - "TaskType=".Length));

        Assert.Equal(TargetLength.Max, request.CanonicalQuery().Length);
    }
}
