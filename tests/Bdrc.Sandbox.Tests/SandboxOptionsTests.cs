namespace Bdrc.Sandbox.Tests;

public sealed class SandboxOptionsTests
{
    public static TheoryData<string, Action<SandboxOptions>, string> Wrong => new()
    {
        { "Resources", options => options.Resources = -1, "0 to 1,000,000" },
        { "Resources", options => options.Resources = 1_000_001, "0 to 1,000,000" },
        { "FinishedTasks", options => options.FinishedTasks = -1, "0 to 1,000,000" },
        { "TaskDuration", options => options.TaskDuration = TimeSpan.FromTicks(-1), "zero" },
        { "TaskConcurrency", options => options.TaskConcurrency = (TaskConcurrency)3, "known" },
        { "FailingTasks", options => options.FailingTasks = 1.01, "0 to 1" },
        { "FailingTasks", options => options.FailingTasks = double.NaN, "0 to 1" },
        { "RequestsPerSecond", options => options.RequestsPerSecond = -1, "0" },
        { "AccessKeyId", options => options.AccessKeyId = string.Empty, "text" },
        { "AccessKeySecret", options => options.AccessKeySecret = "with blank", "without blanks" },
        { "TimeProvider", options => options.TimeProvider = null!, "null" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Refuses_an_option_out_of_range_and_names_option_and_range(string name, Action<SandboxOptions> set, string range)
    {
        var options = new SandboxOptions();
        set(options);
        var failure = Assert.ThrowsAny<ArgumentException>(() => new BdrcSandbox(options));
        Assert.Equal(name, failure.ParamName);
        Assert.Contains(range, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_show_the_secret_in_the_message()
    {
        var failure = Assert.ThrowsAny<ArgumentException>(() => new BdrcSandbox(new SandboxOptions { AccessKeySecret = "planted secret" }));
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
    }
}
