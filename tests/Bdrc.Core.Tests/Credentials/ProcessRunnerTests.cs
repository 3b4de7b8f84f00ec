using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Sandbox.Rules;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>process_command with real programs. They are those of Unix; the limits are the same code on Windows.</summary>
public sealed class ProcessRunnerTests
{
    private const int Patience = 120_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Signs => ["$HOME", "`id`", "$(id)", "a;b", "a|cat", "a && id", "*", "> /dev/null", "a b", "\"q\"", "'q'", "\\", "~", string.Empty];

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Signs))]
    public async Task Hands_over_what_a_shell_would_understand_as_it_is(string sign)
    {
        Unix();

        var outcome = await new ProcessRunner().RunAsync(["printf", "%s|", sign, "end"], Limit, TestContext.Current.CancellationToken);

        Assert.Equal(sign + "|end|", outcome.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task Reads_both_pipes_however_full_they_are()
    {
        Unix();

        var outcome = await Shell("head -c 300000 /dev/zero | tr '\\0' e >&2; head -c 60000 /dev/zero | tr '\\0' o; head -c 300000 /dev/zero >&2", TestContext.Current.CancellationToken);

        Assert.Equal(new string('o', 60_000), outcome.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task Drops_an_output_of_more_than_64_KiB_and_lets_the_program_end()
    {
        Unix();

        var outcome = await Shell("head -c 300000 /dev/zero | tr '\\0' o; exit 3", TestContext.Current.CancellationToken);

        Assert.Equal(string.Empty, outcome.Output);
        Assert.Equal(3, outcome.ExitCode);
    }

    [Fact(Timeout = Patience)]
    public async Task Gives_the_program_no_input_to_wait_for()
    {
        Unix();

        var outcome = await Shell("cat; echo ended", TestContext.Current.CancellationToken);

        Assert.Equal("ended\n", outcome.Output);
    }

    [Theory(Timeout = Patience)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ends_the_program_and_its_children(bool byCancellation)
    {
        Unix();
        using var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clock = new FakeTimeProvider();

        // The child of the child holds the pipe open for as long as it lives.
        string[] command = ["/bin/sh", "-c", "exec 3>\"$1\"; (sh -c 'echo ready >&3; sleep 1000'; true) & wait", "sh", pipe.Path];
        var run = new ProcessRunner(clock).RunAsync(command, Limit, stop.Token);
        Assert.Equal("ready", await pipe.ReadLineAsync());
        if (byCancellation)
            await stop.CancelAsync();
        else
            clock.Advance(Limit);

        if (byCancellation)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        else
            await Assert.ThrowsAsync<TimeoutException>(() => run);
        Assert.Equal(string.Empty, await pipe.ReadToEndAsync());
    }

    [Fact]
    public async Task Starts_nothing_for_a_call_that_was_stopped_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ProcessRunner().RunAsync(["no-such-program-at-all"], Limit, new CancellationToken(canceled: true)));
    }

    [Theory(Timeout = Patience)]
    [InlineData("echo planted-output; echo planted-error >&2; exit 7", "exited with code 7")]
    [InlineData("echo '{planted-output'; echo planted-error >&2", "did not print the expected JSON")]
    [InlineData("head -c 70000 /dev/zero | tr '\\0' p", "did not print the expected JSON")]
    public async Task Shows_nothing_of_what_a_program_printed(string script, string said)
    {
        Unix();
        using var machine = new TestMachine();
        machine.Texts["/home/test/.aliyun/config.json"] = System.Text.Json.JsonSerializer.Serialize(new
        {
            current = "p",
            profiles = new[] { new { name = "p", mode = "External", process_command = $"/bin/sh -c \"{script.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" } },
        });
        var environment = new CredentialContext { ReadVariable = machine.Environment.ReadVariable, Files = machine, Clock = machine.Clock };
        var provider = CredentialSelection.Choose(new ContextRequest { ProfileName = "p" }, environment).Provider;

        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(null, TestContext.Current.CancellationToken));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    private static Task<ProcessOutcome> Shell(string script, CancellationToken cancellationToken) =>
        new ProcessRunner().RunAsync(["/bin/sh", "-c", script], Limit, cancellationToken);

    private static void Unix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of this test are those of Unix.");
}
