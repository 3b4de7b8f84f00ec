using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Console.Hosting;

/// <summary>Progress on one line of stderr; nothing when stderr is not a terminal.</summary>
internal sealed class ProgressLine(ConsoleStreams console)
{
    private readonly Lock _gate = new();
    private int _length;

    public void Show(ProgressRecord record)
    {
        // One line has no space for child activities; the parent summarizes them.
        if (!console.ErrorIsTerminal || record.ParentActivityId >= 0)
            return;

        lock (_gate)
        {
            Erase();
            if (record.RecordType == ProgressRecordType.Completed)
                return;

            var text = Describe(record);
            if (text.Length >= console.ErrorWidth)
                text = text[..(console.ErrorWidth - 1)];
            console.Error.Write(text);
            console.Error.Flush();
            _length = text.Length;
        }
    }

    /// <summary>Erases the line before other text is written.</summary>
    public void Clear()
    {
        lock (_gate)
            Erase();
    }

    private static string Describe(ProgressRecord record)
    {
        var percent = record.PercentComplete >= 0
            ? string.Create(CultureInfo.InvariantCulture, $" {record.PercentComplete}%")
            : string.Empty;
        return $"{record.Activity}: {record.StatusDescription}{percent}".ReplaceLineEndings(" ");
    }

    private void Erase()
    {
        if (_length == 0)
            return;

        console.Error.Write("\r" + new string(' ', _length) + "\r");
        _length = 0;
    }
}
