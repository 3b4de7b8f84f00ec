using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.CommandLine;

public sealed class UsageTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Prints_usage_to_standard_output()
    {
        var run = HostRun.WithoutInput(_module, "-Help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("-Command <script>", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Ends_with_2_and_one_line_for_an_unknown_option()
    {
        var run = HostRun.WithoutInput(_module, "-Nonsense");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Ends_with_2_for_a_script_file_that_does_not_exist()
    {
        var run = HostRun.WithoutInput(_module, "-File", "no-such-file.ps1");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("The script file 'no-such-file.ps1' does not exist.\n", run.Error);
    }

    [Fact]
    public void Ends_with_1_for_a_module_that_does_not_exist()
    {
        var run = HostRun.WithoutInput(_module, "-ModulePath", "no-such-module.psd1", "-Command", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The module does not exist: no-such-module.psd1.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_1_for_a_module_that_does_not_load()
    {
        var broken = _module.Write("Broken.psd1", "@{ RootModule = 'Missing.dll'; ModuleVersion = '1.0' }");

        var run = HostRun.WithoutInput(_module, "-ModulePath", broken, "-Command", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The module {broken} could not be loaded:", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
