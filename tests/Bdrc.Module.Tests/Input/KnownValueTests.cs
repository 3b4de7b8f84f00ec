using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Input;

/// <summary>Filters whose values are known: in any case, several at once, and others with a warning.</summary>
public sealed class KnownValueTests
{
    [Theory]
    [InlineData("Get-BdrcResource -ResourceType acs::ecs::instance -First 1", "ResourceType", "ACS::ECS::Instance")]
    [InlineData("Get-BdrcProduct ECS", "ProductType", "ecs")]
    [InlineData("Get-BdrcTask -Status complete -First 1", "TaskStatus", "COMPLETE")]
    [InlineData("Get-BdrcTask -Type update_resources -First 1", "TaskType", "UPDATE_RESOURCES")]
    public void Accepts_a_known_value_in_any_case(string line, string property, string expected)
    {
        using var engine = new Engine();

        var output = engine.Run("Connect-Bdrc -Sandbox -FinishedTasks 20 | Out-Null; " + line);

        Assert.Empty(engine.Errors);
        Assert.Equal(expected, Assert.Single(output).Properties[property].Value);
    }

    [Fact]
    public async Task Reads_the_tasks_of_several_states()
    {
        await using var served = await ServedSandbox.StartAsync(static options =>
        {
            options.FinishedTasks = 20;
            options.TaskDuration = TimeSpan.FromHours(1);
        });
        using var engine = new Engine();

        var states = engine.Run(
            served.Connect + "$null = Update-BdrcResource; Get-BdrcTask -Status created, running, Complete");

        Assert.Empty(engine.Errors);
        Assert.Equal(21, states.Count);
        Assert.Equal(
            ["CREATED", "RUNNING", "COMPLETE"],
            served.Sandbox.Requests.Where(static request => request.Action == "DescribeTasks").Select(StateOf));
    }

    [Theory]
    [InlineData("Get-BdrcTask -Status PAUSED", "-Status: this version does not know the value PAUSED. It is sent as it is.")]
    [InlineData("Get-BdrcResource -ResourceType ACS::RDS::Instance", "Known values: ACS::ECS::Instance, ACS::OSS::Bucket")]
    public async Task Sends_an_unknown_value_with_a_warning(string line, string warning)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);

        using var shell = engine.Begin(line);
        shell.Invoke();

        Assert.Contains(warning, Assert.Single(shell.Streams.Warning).Message, StringComparison.Ordinal);
        Assert.Single(served.Sandbox.Requests);
    }

    [Fact]
    public void Warns_of_no_known_value()
    {
        using var engine = new Engine();
        engine.Run("Connect-Bdrc -Sandbox | Out-Null");

        using var shell = engine.Begin("Get-BdrcTask -Status Running -Type check_rules; Get-BdrcMessage -Level warning");
        shell.Invoke();

        Assert.Empty(shell.Streams.Warning);
    }

    [Fact]
    public void Accepts_the_id_of_a_resource_in_the_first_position()
    {
        using var engine = new Engine();

        var output = engine.Run(
            "Connect-Bdrc -Sandbox | Out-Null; $one = Get-BdrcResource -First 1; $one; Get-BdrcResource $one.ResourceId");

        Assert.Empty(engine.Errors);
        Assert.Equal(2, output.Count);
        Assert.Equal(output[0].Properties["ResourceArn"].Value, output[1].Properties["ResourceArn"].Value);
    }

    private static string StateOf(SandboxRequest request)
    {
        var query = request.RawTarget.Split('?')[1].Split('&');
        return query.Single(static pair => pair.StartsWith("TaskStatus=", StringComparison.Ordinal)).Split('=')[1];
    }
}
