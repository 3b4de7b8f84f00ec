using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bdrc.Console.Tests;

/// <summary>The proxy of the environment, which a process reads once: hence a process of its own for each case.</summary>
public sealed class ProxyVariableTests : IDisposable
{
    private const string Script = """
        Connect-Bdrc cn-shanghai -Endpoint bdrc.example.invalid -AccessKeyId LTAI5tExampleKey -AccessKeySecret planted-secret -MaxRetry 0 | Out-Null
        Get-BdrcService
        """;

    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = new();

    public ProxyVariableTests()
    {
        _proxy.Start();
        _ = AcceptAsync();
    }

    public void Dispose() => _proxy.Dispose();

    [Theory]
    [InlineData("HTTPS_PROXY", "", true)]
    [InlineData("https_proxy", "", true)]
    [InlineData("ALL_PROXY", "", true)]
    [InlineData("HTTP_PROXY", "", false)]
    [InlineData("HTTPS_PROXY", "bdrc.example.invalid", false)]
    [InlineData("HTTPS_PROXY", "other.invalid,.example.invalid", false)]
    [InlineData("HTTPS_PROXY", "other.invalid", true)]
    public async Task Calls_through_the_proxy_of_the_environment(string variable, string exceptions, bool isAsked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && variable == "https_proxy", "Windows has one variable of both names.");
        var start = new ProcessStartInfo("dotnet", [typeof(ConsoleApplication).Assembly.Location, "-Command", Script])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy" })
            start.Environment.Remove(name);
        start.Environment[variable] = "http://proxy-user:planted-password@" + _proxy.LocalEndpoint;
        start.Environment["NO_PROXY"] = exceptions;

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isAsked, !_asked.IsEmpty);
        Assert.All(_asked, line => Assert.StartsWith("CONNECT bdrc.example.invalid:443 ", line, StringComparison.Ordinal));
        Assert.Contains("GetBdrcService could not reach bdrc.example.invalid", error, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", error, StringComparison.Ordinal);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _proxy.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream());
                _asked.Enqueue(await reader.ReadLineAsync() ?? string.Empty);
            }
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
