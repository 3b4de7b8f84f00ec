using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using Bdrc.Console.Dialogue;

namespace Bdrc.Console.Hosting;

/// <summary>Output to stdout; errors, warnings, verbose, debug and progress to stderr.</summary>
internal sealed class SmallUserInterface : PSHostUserInterface
{
    private readonly ConsoleStreams _console;
    private readonly ProgressLine _progress;
    private readonly Questions _questions;
    private readonly ChoiceQuestion _choices;

    public SmallUserInterface(ConsoleStreams console)
    {
        _console = console;
        _progress = new ProgressLine(console);
        _questions = new Questions(console);
        _choices = new ChoiceQuestion(console, _questions);
        RawUI = new SmallRawUserInterface(console);
    }

    public override PSHostRawUserInterface RawUI { get; }

    public override bool SupportsVirtualTerminal => _console.OutputHasColour;

    /// <summary>How many errors were shown so far.</summary>
    public int ErrorsShown { get; private set; }

    public override void Write(string value)
    {
        _progress.Clear();
        _console.Output.Write(value);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value)
    {
        _progress.Clear();
        _console.Output.WriteLine(value);
    }

    public override void WriteErrorLine(string value)
    {
        ErrorsShown++;
        WriteToError(value);
    }

    /// <summary>Adds to the error that was shown last.</summary>
    public void WriteAdviceLine(string value) => WriteToError(PSStyle.Instance.Formatting.ErrorAccent + value + PSStyle.Instance.Reset);

    public override void WriteWarningLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Warning, "WARNING", message);

    public override void WriteVerboseLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Verbose, "VERBOSE", message);

    public override void WriteDebugLine(string message) => WriteNotice(PSStyle.Instance.Formatting.Debug, "DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine() => _questions.Line();

    public override SecureString ReadLineAsSecureString() => _questions.Secret();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        _questions.Announce(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in descriptions)
            answers[field.Name] = _questions.Field(field);
        return answers;
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _choices.Ask(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _questions.Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => _questions.Credential(caption, message, userName);

    private void WriteNotice(string style, string kind, string message) =>
        WriteToError($"{style}{kind}: {message}{PSStyle.Instance.Reset}");

    private void WriteToError(string text)
    {
        _progress.Clear();
        // The engine decorates for the output; the error stream may lead elsewhere.
        _console.Error.WriteLine(_console.ErrorHasColour ? text : new StringDecorated(text).ToString(OutputRendering.PlainText));
    }
}
