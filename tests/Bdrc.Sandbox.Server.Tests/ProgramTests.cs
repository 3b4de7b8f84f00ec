using System.Diagnostics;
using System.Text.RegularExpressions;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Tests;

/// <summary>The program in a process of its own: its output and its exit codes.</summary>
public sealed partial class ProgramTests
{
    [Fact]
    public async Task Prints_its_addresses_and_the_variables_for_PowerShell()
    {
        using var process = Start("--urls", "http://127.0.0.1:0", "--access-key-id", "MyKey", "--access-key-secret", "It's-mine");
        try
        {
            var lines = new List<string>();
            while (lines.Count < 18)
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                    ?? throw new InvalidOperationException("The program ended."));
            }
            Assert.Matches(ListeningFormat(), lines[0]);
            var address = lines[0]["Listening on ".Length..];
            Assert.Equal(["AccessKeyId: MyKey", "AccessKeySecret: It's-mine"], lines[1..3]);
            Assert.Equal(
                [
                    "$env:ALIBABA_CLOUD_ACCESS_KEY_ID='MyKey'",
                    "$env:ALIBABA_CLOUD_ACCESS_KEY_SECRET='It''s-mine'",
                    $"$env:BDRC_ENDPOINT='{address}'",
                    "$env:ALIBABA_CLOUD_REGION_ID='cn-shanghai'",
                ],
                lines[5..9]);
            Assert.Equal("Identity services:", lines[10]);
            Assert.All(lines[11..], line => Assert.Contains(address + IdentityPaths.Prefix, line, StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Exits_with_0_on_an_interrupt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot send Ctrl+C to a single process.");
        using var process = Start("--urls", "http://127.0.0.1:0");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--bogus=1")]
    [InlineData("--urls=http://0.0.0.0:80")]
    [InlineData("--resources=x")]
    public async Task Exits_with_2_and_one_line_for_an_invalid_option(string option)
    {
        using var process = Start(option);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("allowed", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Exits_with_1_when_the_port_is_in_use()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        using var process = Start("--urls", fixture.Address.GetLeftPart(UriPartial.Authority));
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith(
            $"Cannot listen on http://127.0.0.1:{fixture.Address.Port}",
            Assert.Single(error.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_its_options()
    {
        using var process = Start("--help");
        var usage = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("--finished-tasks", usage, StringComparison.Ordinal);
        Assert.Contains(IdentityPaths.Sts, usage, StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(SandboxHost).Assembly.Location);
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"^Listening on http://127\.0\.0\.1:\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListeningFormat();
}
