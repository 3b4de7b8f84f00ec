using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

public sealed class ErrorTests
{
    private const string Keys = "-AccessKeyId LTAI5tBdrcSandboxKey0001 -AccessKeySecret ";
    private const string Planted = "PlantedSecret0123456789";

    [Fact]
    public async Task Reports_a_wrong_secret()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var error = engine.SingleError($"Connect-Bdrc -Endpoint {served.Address} {Keys}{Planted} | Out-Null; Get-BdrcTask t-1");

        Assert.StartsWith("SignatureDoesNotMatch", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("the access key secret is wrong", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(1, served.Sandbox.RequestCount);
    }

    [Fact]
    public async Task Reports_an_unknown_key_id()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var error = engine.SingleError(
            $"Connect-Bdrc -Endpoint {served.Address} -AccessKeyId LTAIunknownkey -AccessKeySecret x | Out-Null; Get-BdrcTask t-1");

        Assert.StartsWith("InvalidAccessKeyId.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
    }

    [Fact]
    public void Reports_a_closed_port()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var engine = new Engine();

        var error = engine.SingleError($"Connect-Bdrc -Endpoint http://127.0.0.1:{port} {Keys}x | Out-Null; Get-BdrcTask t-1");

        Assert.StartsWith("ConnectionRefused", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains($"127.0.0.1:{port}", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Bdrc -Endpoint http://example.invalid", "InvalidEndpoint", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bdrc -Region ''", "InvalidRegion", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bdrc -Region cn-shanghai -AccessKeyId LTAI5tExample", "InvalidCredentials", ErrorCategory.AuthenticationError)]
    [InlineData("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcTask ../service", "InvalidTaskId", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcTask ..", "InvalidTaskId", ErrorCategory.InvalidArgument)]
    [InlineData("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcTask ''", "InvalidTaskId", ErrorCategory.InvalidArgument)]
    public void Refuses_bad_input(string script, string id, ErrorCategory category)
    {
        using var engine = new Engine();

        var error = engine.SingleError(script);

        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public async Task Sends_nothing_for_an_id_that_navigates_a_path()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        engine.Run(served.Connect + "'../service', '.', 'a/b' | Get-BdrcTask");

        Assert.Equal(3, engine.Errors.Count);
        Assert.Equal(0, served.Sandbox.RequestCount);
    }

    [Fact]
    public async Task Shows_a_planted_secret_in_no_stream()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.AccessKeySecret = Planted);
        using var engine = new Engine();

        engine.Run(
            $"$c = Connect-Bdrc -Endpoint {served.Address} {Keys}{Planted} -Verbose -Debug; $c; Get-BdrcContext; "
            + "Update-BdrcResource -Verbose -Debug | Wait-BdrcTask -Verbose -Debug; Get-BdrcTask t-none -Verbose -Debug");

        Assert.Contains("UpdateResources: POST", engine.AllStreams, StringComparison.Ordinal);
        Assert.Contains("TaskNotFound", engine.AllStreams, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, engine.AllStreams, StringComparison.Ordinal);
    }
}
