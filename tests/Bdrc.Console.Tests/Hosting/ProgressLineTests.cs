using System.Management.Automation;
using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;

namespace Bdrc.Console.Tests.Hosting;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Draws_one_line_and_takes_it_away_when_the_work_is_done()
    {
        var progress = Progress(errorIsTerminal: true);

        progress.Show(new ProgressRecord(1, "Waiting", "3 of 4") { PercentComplete = 75 });
        progress.Show(new ProgressRecord(1, "Waiting", "4 of 4") { RecordType = ProgressRecordType.Completed });
        progress.Clear();

        Assert.Equal("Waiting: 3 of 4 75%\r" + new string(' ', 19) + "\r", _error.ToString());
    }

    [Fact]
    public void Leaves_child_bars_to_their_parent()
    {
        Progress(errorIsTerminal: true).Show(new ProgressRecord(2, "Task", "running") { ParentActivityId = 1 });

        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Cuts_what_a_line_cannot_hold()
    {
        Progress(errorIsTerminal: true).Show(new ProgressRecord(1, new string('a', 200), "b"));

        Assert.Equal(79, _error.ToString().Length);
    }

    [Fact]
    public void Draws_nothing_into_a_file()
    {
        Progress(errorIsTerminal: false).Show(new ProgressRecord(1, "Waiting", "3 of 4"));

        Assert.Empty(_error.ToString());
    }

    private ProgressLine Progress(bool errorIsTerminal) =>
        new(new ConsoleStreams(new RedirectedInput(TextReader.Null), TextWriter.Null, _error, errorIsTerminal: errorIsTerminal));
}
