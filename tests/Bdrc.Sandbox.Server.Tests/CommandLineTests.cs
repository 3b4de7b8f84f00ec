namespace Bdrc.Sandbox.Server.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Reads_every_option()
    {
        var options = SandboxServerOptions.Parse(
        [
            "--urls", "http://127.0.0.1:6000", "--access-key-id", "X", "--access-key-secret=Y=Z", "--task-duration", "5",
            "--task-concurrency", "per-type", "--resources", "500", "--finished-tasks=7", "--requests-per-second", "0",
        ]);
        Assert.Equal("http://127.0.0.1:6000", options.Urls);
        Assert.Equal(("X", "Y=Z"), (options.Sandbox.AccessKeyId, options.Sandbox.AccessKeySecret));
        Assert.Equal(TimeSpan.FromSeconds(5), options.Sandbox.TaskDuration);
        Assert.Equal((500, 7, 0), (options.Sandbox.Resources, options.Sandbox.FinishedTasks, options.Sandbox.RequestsPerSecond));
        Assert.Equal(TaskConcurrency.PerType, options.Sandbox.TaskConcurrency);
        Assert.False(options.Help);
    }

    [Theory]
    [InlineData("0.5", 500)]
    [InlineData("0", 0)]
    [InlineData("00:01:30", 90_000)]
    public void Reads_a_duration_as_seconds_or_as_a_time(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), SandboxServerOptions.Parse(["--task-duration", text]).Sandbox.TaskDuration);

    [Theory]
    [InlineData("--bogus", "1", "--task-duration")]
    [InlineData("--resources", "-1", "0 to 1000000")]
    [InlineData("--resources", "1000001", "0 to 1000000")]
    [InlineData("--resources", "many", "--resources")]
    [InlineData("--task-concurrency", "2", "per-target, per-type and unlimited")]
    [InlineData("--task-duration", "soon", "seconds")]
    [InlineData("--task-duration", "-5", "seconds")]
    [InlineData("--task-duration", "1e9", "seconds")]
    public void Refuses_an_invalid_option_and_names_what_is_allowed(string name, string value, string allowed)
    {
        var exception = Assert.Throws<ArgumentException>(() => SandboxServerOptions.Parse([name, value]));
        Assert.Contains(allowed, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Refuses_an_option_without_its_value()
    {
        var exception = Assert.Throws<ArgumentException>(() => SandboxServerOptions.Parse(["--urls"]));
        Assert.Contains("--urls needs a value", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://192.168.1.1:5080")]
    [InlineData("http://example.com:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("127.0.0.1")]
    [InlineData("")]
    public void Refuses_an_address_that_others_could_reach(string urls)
    {
        var sandbox = new BdrcSandbox(new SandboxOptions { Resources = 0 });
        var exception = Assert.Throws<ArgumentException>(() => SandboxHost.Build(sandbox, urls));
        Assert.Contains("http://127.0.0.1:5080", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    public async Task Listens_on_any_free_port_of_this_machine(string urls)
    {
        await using var app = SandboxHost.Build(new BdrcSandbox(new SandboxOptions { Resources = 0 }), urls);
        Assert.Throws<InvalidOperationException>(() => SandboxHost.AddressOf(app));
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(SandboxHost.AddressOf(app) is { IsLoopback: true, Port: > 0 });
    }
}
