using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Injection;

/// <summary>Addresses that no server takes are not sent; the parameter that makes them so long is named.</summary>
public sealed class TargetLengthTests
{
    [Fact]
    public void Names_the_longest_of_several_parameters()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTasks).Add("TaskStatus", "RUNNING").Add("TaskType", new string('x', TargetLength.Most));

        var refusal = Assert.Throws<BdrcException>(() => request.CanonicalQuery());

        Assert.Equal("InvalidTaskType", refusal.Code);
        Assert.Contains("TaskType cannot be used: it makes the request URL 320", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_parameter_in_the_path()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTask).Add("TaskId", new string('x', TargetLength.Most));

        Assert.Equal("InvalidTaskId", Assert.Throws<BdrcException>(() => request.CanonicalPath()).Code);
    }

    [Fact]
    public void Sends_what_just_fits()
    {
        var request = new ApiRequest(BdrcOperations.DescribeTasks).Add("TaskType", new string('x', TargetLength.Most - "TaskType=".Length));

        Assert.Equal(TargetLength.Most, request.CanonicalQuery().Length);
    }
}
