using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

public sealed class MainJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Starts_a_task_and_waits_for_it_in_process()
    {
        using var engine = new Engine();

        var task = Assert.Single(engine.Run("Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null; Update-BdrcResource | Wait-BdrcTask"));

        Assert.Empty(engine.Errors);
        Assert.Equal("COMPLETE", task.Properties["TaskStatus"].Value);
        Assert.Equal(true, task.Properties["Succeeded"].Value);
    }

    [Fact]
    public async Task Starts_a_task_and_waits_for_it_over_a_socket()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();

        var task = Assert.Single(engine.Run(served.Connect + "Update-BdrcResource -Wait"));

        Assert.Equal("COMPLETE", task.Properties["TaskStatus"].Value);
        Assert.Equal(["UpdateResources", "DescribeTask"], served.Sandbox.Requests.Select(request => request.Action!));
    }

    [Fact]
    public async Task Lists_1200_tasks_over_pages()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.FinishedTasks = 1200);
        using var engine = new Engine();

        Assert.Equal(
            1200, engine.Run(served.Connect + "Get-BdrcTask").Select(task => task.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, served.Sandbox.RequestCount);
    }

    [Theory]
    [InlineData("-First 3", "MaxResults=10")]
    [InlineData("-First 40 -Skip 5", "MaxResults=45")]
    [InlineData("-First 18446744073709551615 -Skip 1", "MaxResults=500")]
    [InlineData("-First 3 -PageSize 20", "MaxResults=20")]
    public async Task Requests_pages_of_the_wanted_size(string wanted, string requested)
    {
        await using var served = await ServedSandbox.StartAsync(options => options.FinishedTasks = 50);
        using var engine = new Engine();

        Assert.NotEmpty(engine.Run(served.Connect + "Get-BdrcTask " + wanted));
        Assert.EndsWith(requested, Assert.Single(served.Sandbox.Requests).RawTarget, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_one_page_when_the_rest_is_not_wanted()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.FinishedTasks = 1200);
        using var engine = new Engine();

        // The engine's package has no Select-Object; break stops the pipeline in the same way.
        engine.Run(served.Connect + "$n = 0; foreach ($i in 1) { Get-BdrcTask | ForEach-Object { $n++; if ($n -eq 3) { break } } }");

        Assert.Equal(1, served.Sandbox.RequestCount);
    }

    [Fact]
    public void Writes_an_error_for_a_missing_task_and_goes_on()
    {
        using var engine = new Engine();

        var output = engine.Run("Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null; 't-none', (Update-BdrcResource).TaskId | Get-BdrcTask");

        Assert.Single(output);
        Assert.Equal(ErrorCategory.ObjectNotFound, Assert.Single(engine.Errors).CategoryInfo.Category);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ TaskId = 't-none' }")]
    [InlineData("@{ TaskId = 't-none' }")]
    [InlineData("'t-none'")]
    public void Binds_every_object_that_has_the_id(string input)
    {
        using var engine = new Engine();

        var error = engine.SingleError("Connect-Bdrc -Sandbox | Out-Null; " + input + " | Get-BdrcTask");

        Assert.Equal("t-none", error.TargetObject);
    }

    [Fact]
    public void Starts_nothing_with_WhatIf()
    {
        using var engine = new Engine();

        Assert.Empty(engine.Run("Connect-Bdrc -Sandbox | Out-Null; Update-BdrcResource -WhatIf; Get-BdrcTask"));
    }

    [Theory]
    [InlineData("Update-BdrcResource -WhatIf -Verbose")]
    [InlineData("Get-BdrcContext -Verbose")]
    [InlineData("$null | ForEach-Object { } | Wait-BdrcTask -Verbose")]
    public void Writes_its_messages_when_nothing_is_sent(string line)
    {
        using var engine = new Engine();

        engine.Run("Connect-Bdrc -Sandbox | Out-Null; " + line);

        Assert.Empty(engine.Errors);
        Assert.Contains("Calling bdrc.sandbox.invalid", engine.AllStreams, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_unfinished_tasks_after_a_timeout()
    {
        using var engine = new Engine();

        var error = engine.SingleError(
            "Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null; Update-BdrcResource | Wait-BdrcTask -Timeout 0");

        Assert.StartsWith("WaitTimeout", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("t-", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_a_wait_when_the_pipeline_is_stopped()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.TaskDuration = TimeSpan.FromHours(1));
        using var engine = new Engine();
        using var shell = engine.Begin(served.Connect + "Update-BdrcResource | Wait-BdrcTask");
        var running = shell.BeginInvoke();
        await served.WaitForRequestAsync("DescribeTask");

        await shell.StopAsync(null, null).WaitAsync(Token);

        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Equal(2, served.Sandbox.RequestCount);
    }

    [Fact]
    public void Opens_a_service_that_is_open_without_an_error()
    {
        using var engine = new Engine();

        var service = Assert.Single(engine.Run("Connect-Bdrc -Sandbox | Out-Null; Enable-BdrcService -Wait"));

        Assert.Equal(true, service.Properties["IsReady"].Value);
    }

    [Fact]
    public void Keeps_every_command_working_after_a_forced_import()
    {
        using var engine = new Engine();

        var output = engine.Run(
            "Import-Module '" + Engine.ModulePath + "' -Force; Connect-Bdrc -Sandbox | Out-Null; (Get-BdrcService).ServiceStatus");

        Assert.Equal("OPENED", Assert.Single(output).ToString());
    }

    [Fact]
    public void Parses_the_details_of_a_task()
    {
        using var engine = new Engine();

        var types = engine.Run(
            "Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null; " +
            "(Update-BdrcResource ACS::OSS::Bucket -Wait).TaskDetailObject.resourceTypes");

        Assert.Equal("ACS::OSS::Bucket", Assert.Single(types).ToString());
    }
}
