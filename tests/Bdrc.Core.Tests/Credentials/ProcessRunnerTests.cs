using System.Diagnostics;
using System.Globalization;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Runs real programs as process_command. The programs are those of Unix; Windows shares the code of the limits.</summary>
public sealed class ProcessRunnerTests
{
    private const int TimeoutMilliseconds = 120_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Metacharacters =>
    [
        "$HOME", "`id`", "$(id)", "a;b", "a|cat", "a && id", "*", "> /dev/null", "a b", "\"q\"", "'q'", "\\", "~", string.Empty,
    ];

    [Theory(Timeout = TimeoutMilliseconds)]
    [MemberData(nameof(Metacharacters))]
    public async Task Passes_shell_metacharacters_unchanged(string text)
    {
        RequireUnix();

        var outcome = await new ProcessRunner().RunAsync(["printf", "%s|", text, "end"], Limit, TestContext.Current.CancellationToken);

        Assert.Equal(text + "|end|", outcome.Output);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Reads_both_output_streams_without_blocking()
    {
        RequireUnix();

        const string Script =
            "head -c 300000 /dev/zero | tr '\\0' e >&2; head -c 60000 /dev/zero | tr '\\0' o; head -c 300000 /dev/zero >&2";
        var outcome = await RunShellAsync(Script, TestContext.Current.CancellationToken);

        Assert.Equal(new string('o', 60_000), outcome.Output);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Discards_output_of_more_than_64_KiB_and_waits_for_the_program()
    {
        RequireUnix();

        var outcome = await RunShellAsync("head -c 300000 /dev/zero | tr '\\0' o; exit 3", TestContext.Current.CancellationToken);

        Assert.Equal(string.Empty, outcome.Output);
        Assert.Equal(3, outcome.ExitCode);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Closes_the_input_of_the_program()
    {
        RequireUnix();

        var outcome = await RunShellAsync("cat; echo ended", TestContext.Current.CancellationToken);

        Assert.Equal("ended\n", outcome.Output);
    }

    [Theory(Timeout = TimeoutMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stops_the_program_and_its_child_processes(bool byCancellation)
    {
        RequireUnix();
        using var pipe = new NamedPipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clock = new FakeTimeProvider();

        // A process two levels down holds the pipe open while it runs.
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

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task A_cancellation_that_follows_the_end_of_the_program_is_not_a_failure_of_the_program()
    {
        RequireUnix();
        using var pipe = new NamedPipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        // Ctrl+C in a terminal reaches the program first.
        string[] command = ["/bin/sh", "-c", "echo $$ >\"$1\"; kill -INT $$", "sh", pipe.Path];
        var run = new ProcessRunner(new FakeTimeProvider()).RunAsync(command, Limit, stop.Token);
        var id = int.Parse((await pipe.ReadLineAsync())!, CultureInfo.InvariantCulture);
        while (IsRunning(id))
            await Task.Yield();
        await ThreadPoolIdle.WaitAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact(Timeout = TimeoutMilliseconds)]
    public async Task Never_runs_a_program_of_its_own_folder_by_its_bare_name()
    {
        RequireUnix();
        var program = Path.Combine(AppContext.BaseDirectory, "bdrc-planted-program");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho planted\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await Assert.ThrowsAsync<FileNotFoundException>(
            () => new ProcessRunner().RunAsync(["bdrc-planted-program"], Limit, TestContext.Current.CancellationToken));
        var outcome = await new ProcessRunner().RunAsync([program], Limit, TestContext.Current.CancellationToken);

        Assert.Equal("planted\n", outcome.Output);
    }

    [Fact]
    public async Task Starts_no_program_for_a_cancelled_call()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new ProcessRunner().RunAsync(["no-such-program-at-all"], Limit, new CancellationToken(canceled: true)));
    }

    [Theory(Timeout = TimeoutMilliseconds)]
    [InlineData("echo planted-output; echo planted-error >&2; exit 7", "exited with code 7")]
    [InlineData("echo '{planted-output'; echo planted-error >&2", "did not print the expected JSON")]
    [InlineData("head -c 70000 /dev/zero | tr '\\0' p", "did not print the expected JSON")]
    public async Task Never_shows_the_output_of_a_program(string script, string expected)
    {
        RequireUnix();
        using var machine = new TestMachine();
        var escaped = script.Replace("\\", "\\\\", StringComparison.Ordinal);
        machine.FileTexts["/home/test/.aliyun/config.json"] = System.Text.Json.JsonSerializer.Serialize(new
        {
            current = "p",
            profiles = new[] { new { name = "p", mode = "External", process_command = $"/bin/sh -c \"{escaped}\"" } },
        });
        var context = new CredentialContext { ReadVariable = machine.Context.ReadVariable, Files = machine, Clock = machine.Clock };
        var provider = CredentialSelection.Choose(new ContextRequest { ProfileName = "p" }, context).Provider;

        var failure = await Assert.ThrowsAsync<BdrcException>(() => provider.GetAsync(null, TestContext.Current.CancellationToken));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", failure.ToString(), StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Task<ProcessOutcome> RunShellAsync(string script, CancellationToken cancellationToken) =>
        new ProcessRunner().RunAsync(["/bin/sh", "-c", script], Limit, cancellationToken);

    private static void RequireUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of this test are those of Unix.");
}
