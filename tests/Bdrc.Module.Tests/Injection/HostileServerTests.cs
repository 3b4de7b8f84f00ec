using System.Management.Automation;
using System.Text.Json;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests.Injection;

/// <summary>The texts of the service are shown without control sequences, and without commands of a build runner.</summary>
[Collection("RunnerEnvironment")]
public sealed class HostileServerTests
{
    private const string Hostile =
        "x\r\n::set-output name=a::b\n##vso[task.setvariable variable=a]b\u001b]0;title\u0007\u001b[2J\u009b31m\u202Etxt\u2028\u200B";

    [Theory]
    [InlineData("true")]
    [InlineData("")]
    public async Task Shows_the_text_of_a_task_without_its_control_sequences(string onRunner)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        served.Sandbox.Faults.Add(TaskIn("RUN\r\n::debug::x"), "DescribeTask", 2);
        served.Sandbox.Faults.Add(TaskIn("FAILED"), "DescribeTask");
        var before = Environment.GetEnvironmentVariable("CI");
        try
        {
            using var shell = engine.Begin(
                $"$env:CI = '{onRunner}'; $env:GITHUB_ACTIONS = $env:TF_BUILD = $null; $DebugPreference = 'Continue'; Wait-BdrcTask t-1 " +
                $"-PollInterval 0.1 -Verbose");

            shell.Invoke();

            var error = Assert.Single(shell.Streams.Error);
            Assert.True(error.ErrorDetails is not null, error.ToString());
            Assert.Contains(
                "x\\r\\n::set-output name=a::b\\n# #vso[task.setvariable variable=a]b\\u001B]0;title\\u0007",
                error.ErrorDetails.Message,
                StringComparison.Ordinal);
            AssertHarmless(Messages(shell));
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
    }

    [Fact]
    public async Task Shows_the_text_of_an_error_without_its_control_sequences()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);
        var refusal = JsonSerializer.Serialize(
            new { Code = "Code" + Hostile, Message = Hostile, RequestId = Hostile, Recommend = Hostile });
        served.Sandbox.Faults.Add(Fault.Raw(429, "application/json", refusal), "DescribeTask");
        served.Sandbox.Faults.Add(Fault.Raw(400, "application/json", refusal), "DescribeTask");
        using var shell = engine.Begin("$DebugPreference = 'Continue'; Get-BdrcTask t-1 -Verbose");

        shell.Invoke();

        var error = Assert.Single(shell.Streams.Error);
        Assert.StartsWith("x\\r\\n::set-output", error.ErrorDetails.Message, StringComparison.Ordinal);
        AssertHarmless([.. Messages(shell), error.FullyQualifiedErrorId, error.ErrorDetails.RecommendedAction]);
    }

    private static Fault TaskIn(string status) => Fault.Raw(200, "application/json", JsonSerializer.Serialize(new
    {
        RequestId = Hostile,
        Data = new { TaskId = "t-1", TaskType = Hostile, TaskStatus = status, Progress = 10, ErrorMessage = Hostile },
    }));

    private static List<string> Messages(PowerShell shell) =>
    [
        .. shell.Streams.Error.Select(error => error.ErrorDetails.Message),
        .. shell.Streams.Error.Select(error => error.Exception.Message),
        .. shell.Streams.Warning.Select(record => record.Message),
        .. shell.Streams.Verbose.Select(record => record.Message),
        .. shell.Streams.Debug.Select(record => record.Message),
        .. shell.Streams.Information.Select(record => record.ToString()),
        .. shell.Streams.Progress.SelectMany(
            record => new[] { record.Activity, record.StatusDescription, record.CurrentOperation ?? string.Empty }),
    ];

    private static void AssertHarmless(IReadOnlyList<string> messages)
    {
        Assert.NotEmpty(messages);
        Assert.All(messages, text =>
        {
            Assert.DoesNotContain(text, CmdletInjectionTests.IsHarmful);
            Assert.False(text.TrimStart().StartsWith("::", StringComparison.Ordinal), text);
            Assert.DoesNotContain("##vso[", text, StringComparison.Ordinal);
        });
    }
}
