using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class AbsentCommandTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("Get-Thing a | Select-Object -First 1", "Select-Object")]
    [InlineData("Microsoft.PowerShell.Utility\\Write-Host hello", "Write-Host")]
    [InlineData("$ErrorActionPreference = 'Stop'; ConvertTo-Json 1", "ConvertTo-Json")]
    [InlineData("sls x", "Select-String")]
    [InlineData("Get-Command Test-Path", "Test-Path")]
    public void Advises_to_install_PowerShell(string script, string name)
    {
        var run = HostRun.WithoutInput(_module, "-Command", script);

        var advice = $"{name} is not part of this small host. Install PowerShell (pwsh) and run: Import-Module ./out/Bdrc\n";
        Assert.EndsWith(advice, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void Advises_to_install_PowerShell_at_the_prompt_too()
    {
        var run = HostRun.WithInput("Format-Table\n", _module, "-Prompt");

        Assert.Contains("Format-Table is not part of this small host.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No-Such")]
    [InlineData("try { Select-Object } catch { 'caught' }")]
    [InlineData("throw 'Select-Object'")]
    public void Adds_no_advice_to_other_errors(string script)
    {
        var run = HostRun.WithoutInput(_module, "-Command", script);

        Assert.DoesNotContain("small host", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_only_absent_commands()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "Get-Command | ForEach-Object { $_.Name }");
        using var stream = typeof(ConsoleApplication).Assembly.GetManifestResourceStream("AbsentCommands.txt")!;
        using var reader = new StreamReader(stream);

        var absent = reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Empty(absent.Intersect(run.Output.Split('\n'), StringComparer.OrdinalIgnoreCase));
    }
}
