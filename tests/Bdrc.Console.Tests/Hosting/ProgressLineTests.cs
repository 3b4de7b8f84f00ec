using System.Management.Automation;
using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;

namespace Bdrc.Console.Tests.Hosting;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Writes_one_line_and_erases_it_when_the_work_is_done()
    {
        var progress = Progress(errorIsTerminal: true);

        progress.Show(new ProgressRecord(1, "Waiting", "3 of 4") { PercentComplete = 75 });
        progress.Show(new ProgressRecord(1, "Waiting", "4 of 4") { RecordType = ProgressRecordType.Completed });
        progress.Clear();

        Assert.Equal("Waiting: 3 of 4 75%\r" + new string(' ', 19) + "\r", _error.ToString());
    }

    [Fact]
    public void Omits_child_activities()
    {
        Progress(errorIsTerminal: true).Show(new ProgressRecord(2, "Task", "running") { ParentActivityId = 1 });

        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Truncates_text_that_exceeds_the_line()
    {
        Progress(errorIsTerminal: true).Show(new ProgressRecord(1, new string('a', 200), "b"));

        Assert.Equal(79, _error.ToString().Length);
    }

    [Fact]
    public void Writes_nothing_to_a_file()
    {
        Progress(errorIsTerminal: false).Show(new ProgressRecord(1, "Waiting", "3 of 4"));

        Assert.Empty(_error.ToString());
    }

    private ProgressLine Progress(bool errorIsTerminal) =>
        new(new ConsoleStreams(new RedirectedInput(TextReader.Null), TextWriter.Null, _error, errorIsTerminal: errorIsTerminal));
}
