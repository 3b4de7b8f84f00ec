using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Bdrc.Console.Hosting;

/// <summary>The host the engine talks to.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleHostUserInterface _ui;

    public ConsoleHost(ConsoleStreams console)
    {
        _ui = new ConsoleHostUserInterface(console);
        // The engine hands commands and scripts a wrapper of the host; this is the way through it.
        PrivateData = PSObject.AsPSObject(_ui);
    }

    public override string Name => "Bdrc.Console";

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override PSObject PrivateData { get; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>How many errors were shown so far.</summary>
    public int ErrorsShown => _ui.ErrorsShown;

    /// <summary>The last command's <c>$?</c>, as the script text keeps it.</summary>
    public bool LastCommandSucceeded
    {
        get => _ui.LastCommandSucceeded;
        set => _ui.LastCommandSucceeded = value;
    }

    /// <summary>The code of <c>exit N</c>; null until a script says exit.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Lets something write its output as an error.</summary>
    public void ShowAsError(Action write) => _ui.ShowAsError(write);

    /// <summary>Takes away the progress that a script has left behind.</summary>
    public void ClearProgress() => _ui.ClearProgress();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw NoNestedPrompt();

    public override void ExitNestedPrompt() => throw NoNestedPrompt();

    public override void NotifyBeginApplication()
    {
        // Programs share the console as it is.
    }

    public override void NotifyEndApplication()
    {
        // See above.
    }

    private static NotSupportedException NoNestedPrompt() =>
        new("This small host has no nested prompt: answer with one of the other choices, or use pwsh.");
}
