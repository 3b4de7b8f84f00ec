using System.Diagnostics;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests;

/// <summary>The program in a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public async Task Separates_output_from_errors_and_returns_the_exit_code()
    {
        const string Script = "Get-Thing a | ForEach-Object { $_.Name }; Get-Command No-Such; exit 5";

        var (exitCode, output, error) = await StartAsync(string.Empty, "-Command", Script);

        Assert.Equal("name of a\n", output);
        Assert.StartsWith("Get-Command: The term 'No-Such' is not recognized", error, StringComparison.Ordinal);
        Assert.Equal(5, exitCode);
    }

    [Fact]
    public async Task Reads_prompt_commands_from_a_pipe()
    {
        var (exitCode, output, _) = await StartAsync("1 + 1\n", "-Prompt");

        Assert.Equal("2\n", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Runs_a_script_from_a_pipe()
    {
        var (exitCode, output, error) = await StartAsync("foreach ($i in 1, 2)\n{\n    $i\n}\n\nexit 4\n");

        Assert.Equal("1\n2\n", output);
        Assert.Empty(error);
        Assert.Equal(4, exitCode);
    }

    [Fact]
    public async Task Ends_with_143_when_it_is_terminated_at_the_prompt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM to send.");
        using var process = Start("-Prompt");
        await process.StandardInput.WriteAsync("'ready'\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(143, process.ExitCode);
    }

    private async Task<(int ExitCode, string Output, string Error)> StartAsync(string input, params string[] args)
    {
        using var process = Start(args);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    private Process Start(params string[] args)
    {
        string[] words = [typeof(ConsoleApplication).Assembly.Location, "-ModulePath", _module.Path, .. args];
        return Process.Start(new ProcessStartInfo("dotnet", words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
