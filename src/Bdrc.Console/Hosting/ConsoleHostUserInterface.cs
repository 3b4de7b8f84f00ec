using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using Bdrc.Console.Prompts;

namespace Bdrc.Console.Hosting;

/// <summary>Output to stdout; errors, warnings, verbose, debug and progress to stderr.</summary>
internal sealed class ConsoleHostUserInterface : PSHostUserInterface
{
    private readonly ConsoleStreams _console;
    private readonly ProgressLine _progress;
    private readonly HostPrompter _prompter;
    private bool _writesAsError;

    public ConsoleHostUserInterface(ConsoleStreams console)
    {
        _console = console;
        _progress = new ProgressLine(console);
        _prompter = new HostPrompter(console);
        RawUI = new ConsoleHostRawUserInterface(console);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _console.OutputHasColor;

    /// <summary>The number of errors written so far.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>The <c>$?</c> of the last command, which the script text saves.</summary>
    public bool LastCommandSucceeded { get; set; }

    public override void Write(string value) => WriteToOutput(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => WriteToOutput(value);

    public override void WriteLine(string value)
    {
        if (!_writesAsError)
            WriteToOutput(value + Environment.NewLine);
        else if (!string.IsNullOrWhiteSpace(Plain(value)))
            WriteErrorLine(value);
    }

    public override void WriteErrorLine(string value)
    {
        ErrorCount++;
        WriteToError(value);
    }

    /// <summary>Redirects the output of an action to the error stream.</summary>
    public void WriteAsError(Action write)
    {
        _writesAsError = true;
        try
        {
            write();
        }
        finally
        {
            _writesAsError = false;
        }
    }

    /// <summary>Adds a line to the last error without counting another one.</summary>
    public void WriteAdviceLine(string value) => WriteToError(PSStyle.Instance.Formatting.ErrorAccent + value + PSStyle.Instance.Reset);

    public override void WriteWarningLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Warning, "WARNING", message);

    public override void WriteVerboseLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Verbose, "VERBOSE", message);

    public override void WriteDebugLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Debug, "DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <summary>Erases the progress that a script did not complete.</summary>
    public void ClearProgress() => _progress.Clear();

    public override string ReadLine() => Prompter().ReadLine();

    public override SecureString ReadLineAsSecureString() => Prompter().ReadSecret();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => Prompter().ReadFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        new ChoicePrompt(_console, Prompter()).Read(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        Prompter().ReadCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => Prompter().ReadCredential(caption, message, userName);

    private HostPrompter Prompter()
    {
        _progress.Clear();
        return _prompter;
    }

    private void WriteMessage(string style, string kind, string message) =>
        WriteToError($"{style}{kind}: {message}{PSStyle.Instance.Reset}");

    private void WriteToOutput(string text)
    {
        _progress.Clear();
        _console.Output.Write(_console.OutputHasColor ? text : Plain(text));
    }

    private void WriteToError(string text)
    {
        _progress.Clear();
        _console.Error.WriteLine(_console.ErrorHasColor ? text : Plain(text));
    }

    // The engine adds escape sequences whether the host can display them or not; removing them is up to the host.
    private static string Plain(string text) => new StringDecorated(text).ToString(OutputRendering.PlainText);
}
