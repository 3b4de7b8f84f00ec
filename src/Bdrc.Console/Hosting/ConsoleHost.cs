using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Bdrc.Console.Hosting;

/// <summary>The PowerShell host on a set of streams: the program's console, or writers that a test supplies.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleHostUserInterface _ui;

    public ConsoleHost(ConsoleStreams console, CultureInfo? culture = null)
    {
        // The module hides progress in this host when the process's console is redirected, which only concerns that console.
        Name = console.OwnsConsole ? "Bdrc.Console" : "Bdrc.Console.Embedded";
        CurrentCulture = culture ?? CultureInfo.CurrentCulture;
        CurrentUICulture = culture ?? CultureInfo.CurrentUICulture;
        _ui = new ConsoleHostUserInterface(console);
        // Commands and scripts see a wrapper of the host; PrivateData is the only access to the user interface itself.
        PrivateData = PSObject.AsPSObject(_ui);
    }

    public override string Name { get; }

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override PSObject PrivateData { get; }

    public override CultureInfo CurrentCulture { get; }

    public override CultureInfo CurrentUICulture { get; }

    /// <summary>The number of errors written so far.</summary>
    public int ErrorCount => _ui.ErrorCount;

    /// <summary>The <c>$?</c> of the last command, which the script text saves.</summary>
    public bool LastCommandSucceeded
    {
        get => _ui.LastCommandSucceeded;
        set => _ui.LastCommandSucceeded = value;
    }

    /// <summary>The code of <c>exit N</c>; null until a script calls exit.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Redirects the output of an action to the error stream.</summary>
    public void WriteAsError(Action write) => _ui.WriteAsError(write);

    /// <summary>Erases the progress that a script did not complete.</summary>
    public void ClearProgress() => _ui.ClearProgress();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw NoNestedPrompt();

    public override void ExitNestedPrompt() => throw NoNestedPrompt();

    public override void NotifyBeginApplication()
    {
        // Native programs share the console without any preparation.
    }

    public override void NotifyEndApplication()
    {
        // See NotifyBeginApplication.
    }

    private static NotSupportedException NoNestedPrompt() =>
        new("This small host has no nested prompt: select another choice, or use pwsh.");
}
