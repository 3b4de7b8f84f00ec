using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class ExitCodeTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("'fine'")]
    [InlineData("try { throw 'caught' } catch { 'fine' }")]
    [InlineData("Get-Command No-Such -ErrorAction SilentlyContinue; 'fine'")]
    [InlineData("param($x) 'fine'; return")]
    [InlineData("begin { } end { 'fine' }")]
    public void Is_0_after_success(string script) => Assert.Equal(0, HostRun.WithoutInput(_module, "-Command", script).ExitCode);

    [Theory]
    [InlineData("throw 'no'")]
    [InlineData("Get-Command No-Such; 'goes on'")]
    [InlineData("No-Such; 'goes on'")]
    [InlineData("1 / 0; 'goes on'")]
    [InlineData("if (")]
    public void Is_1_after_an_error(string script) => Assert.Equal(1, HostRun.WithoutInput(_module, "-Command", script).ExitCode);

    [Theory]
    [InlineData("Get-Command No-Such -ErrorAction SilentlyContinue")]
    [InlineData("Get-Command No-Such -ErrorAction SilentlyContinue # a remark")]
    public void Is_1_when_the_last_command_failed_silently(string script)
    {
        var run = HostRun.WithoutInput(_module, "-Command", script);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("'x'; & { exit 4 }; 'never'", 4)]
    [InlineData("Get-Command No-Such; exit 0", 0)]
    public void Is_the_argument_of_exit(string script, int expected) =>
        Assert.Equal(expected, HostRun.WithoutInput(_module, "-Command", script).ExitCode);
}
