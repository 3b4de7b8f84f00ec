using System.Diagnostics;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

public sealed class PesterTests
{
    [Fact]
    public async Task Passes_the_Pester_tests_in_a_real_PowerShell()
    {
        // A machine need not have PowerShell; without it only the hosted engine is tested.
        if (await RunAsync("if (-not (Get-Module -ListAvailable Pester)) { exit 3 }") is not { ExitCode: 0 })
            Assert.Skip("pwsh with Pester 5 is not installed on this machine.");

        var tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, "..", "..", "tests", "Pester"));
        var result = await RunAsync(
            $"$env:BDRC_MODULE = '{Engine.ModulePath}'; $r = Invoke-Pester -Path '{tests}' -PassThru; if ($r.FailedCount -gt 0 -or " +
            $"$r.PassedCount -eq 0) {{ exit 1 }}");

        Assert.True(result!.Value.ExitCode == 0, result.Value.Output);
    }

    private static async Task<(int ExitCode, string Output)?> RunAsync(string script)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output + await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
