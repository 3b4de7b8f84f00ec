using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Views;

/// <summary>A host with a window of a given width, for what Out-Default shows.</summary>
internal sealed partial class TableHost(int width) : PSHost
{
    private readonly TableUserInterface _ui = new(width);

    public override string Name => "Tables";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    /// <summary>What a script shows, without colours and blank lines at the ends.</summary>
    public static string Show(string script, int width)
    {
        var host = new TableHost(width);
        using var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        // Apart from the script, whose types are looked for before it runs; the first command loads them.
        shell.AddScript($"Import-Module '{Engine.ModulePath}'; New-BdrcContext -Sandbox").Invoke();
        shell.Commands.Clear();
        shell.AddScript($". {{ {script} }} | Out-Default").Invoke();
        Assert.Equal(string.Empty, string.Join('\n', shell.Streams.Error));
        var lines = Colours().Replace(host._ui.Text, string.Empty).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n') + "\n";
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
        // Nothing to prepare.
    }

    public override void NotifyEndApplication()
    {
        // Nothing to undo.
    }

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colours();
}
