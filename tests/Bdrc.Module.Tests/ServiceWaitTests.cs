using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>A wait for the service is a wait like any other: errors, jobs, Ctrl+C.</summary>
public sealed class ServiceWaitTests
{
    private const string Closed = "Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null; $null = Disable-BdrcService -Confirm:$false; ";

    [Fact]
    public async Task Emits_the_service_once_it_is_initialized()
    {
        await using var served = await ServedSandbox.StartAsync(
            options => (options.ServiceOpened, options.TaskDuration) = (false, TimeSpan.FromSeconds(0.2)));
        using var engine = new Engine();

        var service = Assert.Single(engine.Run(served.Connect + "Enable-BdrcService -Wait -PollInterval 0.02"));

        Assert.Equal(true, service.Properties["IsReady"].Value);
        Assert.Empty(engine.Errors);
        var queries = served.Sandbox.Requests.Count(request => request.Action == "GetBdrcService");
        Assert.True(queries > 1, $"{queries} queries");
    }

    [Fact]
    public void Names_the_state_after_a_timeout()
    {
        using var engine = new Engine();

        Assert.Empty(engine.Run(Closed + "Enable-BdrcService -Wait -Timeout 0.05 -PollInterval 0.02"));

        var error = Assert.Single(engine.Errors);
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("ServiceInitializeStatus INITIALIZING", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BdrcService", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_in_a_job()
    {
        await using var served = await ServedSandbox.StartAsync(
            options => (options.ServiceOpened, options.TaskDuration) = (false, TimeSpan.FromSeconds(0.2)));
        using var engine = new Engine();

        engine.Run(served.Connect + "$job = Enable-BdrcService -AsJob -PollInterval 0.02");
        Assert.Equal("Enable-BdrcService -Wait", Assert.Single(engine.Run("$job.Command")).ToString());
        var service = Assert.Single(engine.Run("$job | Receive-Job -Wait -AutoRemoveJob"));

        Assert.Equal(true, service.Properties["IsReady"].Value);
        Assert.Empty(engine.Run("Get-Job"));
    }

    [Fact]
    public void Writes_a_timeout_as_an_error_of_the_job()
    {
        using var engine = new Engine();

        engine.Run(
            Closed + "$job = Enable-BdrcService -AsJob -Timeout 0.05 -PollInterval 0.02; $null = $job | Wait-Job; $job | Receive-Job");

        Assert.StartsWith("WaitTimeout", Assert.Single(engine.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Completed", Assert.Single(engine.Run("$job.State")).ToString());
    }

    [Fact]
    public async Task Ends_when_the_pipeline_is_stopped()
    {
        await using var served = await ServedSandbox.StartAsync(
            options => (options.ServiceOpened, options.TaskDuration) = (false, TimeSpan.FromHours(1)));
        using var engine = new Engine();
        using var shell = engine.Begin(served.Connect + "Enable-BdrcService -Wait");
        var running = shell.BeginInvoke();
        await served.WaitForRequestAsync("GetBdrcService");

        await shell.StopAsync(null, null).WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
    }
}
