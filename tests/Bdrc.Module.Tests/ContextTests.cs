using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>Contexts as a session uses them: none, a verified one, one of another runspace.</summary>
public sealed class ContextTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Writes_nothing_when_there_is_no_context()
    {
        Assert.Empty(_engine.Run("Get-BdrcContext"));
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void Explains_why_there_is_no_context_in_a_verbose_message()
    {
        _engine.Run("Get-BdrcContext -Verbose");

        Assert.Contains("There is no context: No region was found.", _engine.AllStreams, StringComparison.Ordinal);
    }

    [Fact]
    public void Verifies_a_context_with_one_call()
    {
        var context = Assert.Single(_engine.Run("Connect-Bdrc -Sandbox -Verify -Verbose"));

        Assert.Equal(true, context.Properties["IsSandbox"].Value);
        Assert.Contains(
            "bdrc.sandbox.invalid accepts the credentials; ServiceStatus OPENED.", _engine.AllStreams, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifies_the_secret_and_keeps_the_context_before()
    {
        await using var served = await ServedSandbox.StartAsync();
        _engine.Run("Connect-Bdrc -Sandbox | Out-Null");

        var error = _engine.SingleError(
            $"Connect-Bdrc cn-shanghai -Endpoint {served.Address} -AccessKeyId {served.Options.AccessKeyId} " +
            "-AccessKeySecret wrong -Verify");

        Assert.StartsWith("SignatureDoesNotMatch", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("GetBdrcService", Assert.Single(served.Sandbox.Requests).Action);
        Assert.Equal(true, Assert.Single(_engine.Run("Get-BdrcContext")).Properties["IsSandbox"].Value);
    }

    [Fact]
    public async Task Warns_when_the_service_is_not_open()
    {
        await using var served = await ServedSandbox.StartAsync();
        _engine.Run(served.Connect + "Disable-BdrcService -Confirm:$false | Out-Null");

        var contexts = _engine.Run(served.Connect.Replace("| Out-Null", "-Verify", StringComparison.Ordinal));

        Assert.Single(contexts);
        Assert.Contains(
            "the service is not open there (ServiceStatus CLOSED). Open the service: run Enable-BdrcService -Wait.",
            _engine.AllStreams,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Recommends_the_context_of_the_caller_in_a_runspace_without_one()
    {
        _engine.Run("Connect-Bdrc -Sandbox | Out-Null");
        using var other = new Engine();

        var error = other.SingleError("Get-BdrcTask");

        Assert.Contains("-Context $using:context", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommends_to_enable_the_management_of_accounts()
    {
        var error = _engine.SingleError("Connect-Bdrc -Sandbox | Out-Null; Add-BdrcCrossAccount 1580000000000002");

        Assert.StartsWith("InvalidRdAccount.NotEnabledRdTrustedService", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Enable-BdrcCrossAccountManagement", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
