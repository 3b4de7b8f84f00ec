using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class StoppingTests : IDisposable
{
    private const string Endless = "'started'; while ($true) { }";

    private readonly SmallModule _module = new();
    private readonly WatchedWriter _output = new("started");
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
        using var session = new Session(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => session.Run(Endless));
        await _output.Seen;

        Assert.True(session.Stop());

        Assert.Equal(RunResult.Stopped, await run);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Ends_a_command_with_130()
    {
        var application = new ConsoleApplication(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Command", Endless]));
        await _output.Seen;

        Assert.True(application.Stop());

        Assert.Equal(130, await run);
    }

    [Fact]
    public async Task Ends_with_143_when_told_to_end()
    {
        var application = new ConsoleApplication(Streams(new RedirectedInput(TextReader.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-NoExit", "-Command", Endless]));
        await _output.Seen;

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
        await _output.Seen;

        Assert.True(application.Stop());

        Assert.Equal(0, await run);
        Assert.EndsWith("back", _output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drops_a_question_that_waits_for_an_answer()
    {
        using var keyboard = new Keyboard();
        var application = new ConsoleApplication(Streams(new TerminalInput(keyboard.ReadKey, TextWriter.Null)));
        var run = InBackground(() => application.Run(["-ModulePath", _module.Path, "-Command", "Remove-Thing 1"]));
        await keyboard.Awaited.Task;

        Assert.True(application.Stop());

        Assert.Equal(130, await run);
    }

    [Fact]
    public void Runs_nothing_more_until_it_may_go_on()
    {
        using var session = new Session(Streams(new RedirectedInput(TextReader.Null)));

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

    // A thread of its own: a script that does not stop must not hold up the pool.
    private static Task<T> InBackground<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private ConsoleStreams Streams(IHostInput input) => new(input, _output, _error);
}
