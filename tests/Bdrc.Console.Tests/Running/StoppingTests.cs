using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class StoppingTests : IDisposable
{
    private const string Endless = "'started'; while ($true) { }";

    private readonly TestModule _module = new();
    private readonly SignalingWriter _output = new("started");
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _module.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Stops_a_script_that_runs()
    {
        using var session = new ConsoleSession(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => session.Run(Endless));
        await _output.Written;

        Assert.True(session.Stop());

        Assert.Equal(RunResult.Stopped, await run);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Ends_a_command_with_130()
    {
        var application = new ConsoleApplication(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Command", Endless]));
        await _output.Written;

        Assert.True(application.Stop());

        Assert.Equal(130, await run);
    }

    [Fact]
    public async Task Ends_with_143_when_terminated()
    {
        var application = new ConsoleApplication(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-NoExit", "-Command", Endless]));
        await _output.Written;

        Assert.True(application.Terminate(143));

        Assert.Equal(143, await run);
    }

    [Fact]
    public async Task Returns_to_the_prompt()
    {
        using var keyboard = new Keyboard();
        var application = new ConsoleApplication(Streams(new TerminalInput(keyboard.ReadKey, TextWriter.Null)));
        keyboard.Type(Endless + "\n'back'\n" + Keyboard.EndOfInput);
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Prompt"]));
        await _output.Written;

        Assert.True(application.Stop());

        Assert.Equal(0, await run);
        Assert.EndsWith("back", _output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancels_a_prompt_that_is_waiting()
    {
        using var keyboard = new Keyboard();
        var application = new ConsoleApplication(Streams(new TerminalInput(keyboard.ReadKey, TextWriter.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Command", "Remove-Thing 1"]));
        await keyboard.ReadPending.Task;

        Assert.True(application.Stop());

        Assert.Equal(130, await run);
    }

    [Fact]
    public async Task Cancels_reading_a_script_from_standard_input()
    {
        using var input = new BlockingReader();
        var application = new ConsoleApplication(Streams(new RedirectedInput(input)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Command", "-"]));
        await input.ReadPending;

        Assert.True(application.Stop());

        Assert.Equal(130, await run);
    }

    [Fact]
    public void Runs_no_script_after_a_stop_until_it_is_resumed()
    {
        using var session = new ConsoleSession(Streams(new RedirectedInput(TextReader.Null)));

        session.Stop();

        Assert.Equal(RunResult.Stopped, session.Run("'started'"));
        Assert.Empty(_output.ToString());
        session.Resume();
        Assert.Equal(RunResult.Succeeded, session.Run("'started'"));
    }

    [Fact]
    public void Has_nothing_to_stop_before_the_session_is_open()
    {
        var application = new ConsoleApplication(Streams(new RedirectedInput(TextReader.Null)));

        Assert.False(application.Stop());
        Assert.False(application.Terminate(143));
    }

    // A dedicated thread: a script that does not stop must not occupy the thread pool.
    private static Task<T> InBackground<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private ConsoleStreams Streams(IHostInput input) => new(input, _output, _error);

    // An input that never ends.
    private sealed class BlockingReader : TextReader
    {
        private readonly TaskCompletionSource _readPending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _ended = new();

        public Task ReadPending => _readPending.Task;

        public override string? ReadLine()
        {
            _readPending.SetResult();
            _ended.Wait();
            return null;
        }

        protected override void Dispose(bool disposing)
        {
            _ended.Set();
            base.Dispose(disposing);
        }
    }
}
