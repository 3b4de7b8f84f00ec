using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;

namespace Bdrc.Console.Hosting;

/// <summary>Output to stdout; errors, warnings, verbose, debug and progress to stderr.</summary>
internal sealed class ConsoleHostUserInterface : PSHostUserInterface
{
    private readonly ConsoleStreams _console;
    private readonly ProgressLine _progress;
    private readonly HostPrompter _questions;
    private bool _showsAsError;

    public ConsoleHostUserInterface(ConsoleStreams console)
    {
        _console = console;
        _progress = new ProgressLine(console);
        _questions = new HostPrompter(console);
        RawUI = new ConsoleHostRawUserInterface(console);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _console.OutputHasColour;

    /// <summary>How many errors were shown so far.</summary>
    public int ErrorsShown { get; private set; }

    /// <summary>The last command's <c>$?</c>, as the script text keeps it.</summary>
    public bool LastCommandSucceeded { get; set; }

    public override void Write(string value) => WriteToOutput(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => WriteToOutput(value);

    public override void WriteLine(string value)
    {
        if (!_showsAsError)
            WriteToOutput(value + Environment.NewLine);
        else if (!string.IsNullOrWhiteSpace(Plain(value)))
            WriteErrorLine(value);
    }

    public override void WriteErrorLine(string value)
    {
        ErrorsShown++;
        WriteToError(value);
    }

    /// <summary>Lets something write its output as an error.</summary>
    public void ShowAsError(Action write)
    {
        _showsAsError = true;
        try
        {
            write();
        }
        finally
        {
            _showsAsError = false;
        }
    }

    /// <summary>Adds to the error that was shown last.</summary>
    public void WriteAdviceLine(string value) => WriteToError(PSStyle.Instance.Formatting.ErrorAccent + value + PSStyle.Instance.Reset);

    public override void WriteWarningLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Warning, "WARNING", message);

    public override void WriteVerboseLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Verbose, "VERBOSE", message);

    public override void WriteDebugLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Debug, "DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <summary>Takes away the progress that a script has left behind.</summary>
    public void ClearProgress() => _progress.Clear();

    public override string ReadLine() => Ask().Line();

    public override SecureString ReadLineAsSecureString() => Ask().Secret();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => Ask().Fields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        new ChoiceQuestion(_console, Ask()).Ask(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        Ask().Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => Ask().Credential(caption, message, userName);

    private HostPrompter Ask()
    {
        _progress.Clear();
        return _questions;
    }

    private void WriteNotice(string style, string kind, string message) =>
        WriteToError($"{style}{kind}: {message}{PSStyle.Instance.Reset}");

    private void WriteToOutput(string text)
    {
        _progress.Clear();
        _console.Output.Write(_console.OutputHasColour ? text : Plain(text));
    }

    private void WriteToError(string text)
    {
        _progress.Clear();
        _console.Error.WriteLine(_console.ErrorHasColour ? text : Plain(text));
    }

    // The engine decorates text whatever its host can show, and leaves the rest to the host.
    private static string Plain(string text) => new StringDecorated(text).ToString(OutputRendering.PlainText);
}
