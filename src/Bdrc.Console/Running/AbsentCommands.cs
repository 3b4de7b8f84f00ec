using System.Management.Automation;
using Bdrc.Console.Hosting;
using Microsoft.PowerShell.Commands;

namespace Bdrc.Console.Running;

/// <summary>The commands that PowerShell has and that the engine's NuGet package lacks.</summary>
internal static class AbsentCommands
{
    private static readonly Lazy<HashSet<string>> Names = new(Read);

    /// <summary>Returns one line of advice to install PowerShell; null for any other error.</summary>
    public static string? AdviceFor(ErrorRecord? error)
    {
        if (UnknownCommand(error) is not { } name)
            return null;

        // A qualified name such as Microsoft.PowerShell.Utility\Select-Object includes the module.
        name = name[(name.LastIndexOf('\\') + 1)..];
        return Names.Value.Contains(name)
            ? $"{name} is not part of this small host. Install PowerShell (pwsh) and run: Import-Module ./out/Bdrc"
            : null;
    }

    // With -ErrorAction Stop the exception type differs, and only the error id identifies the cause.
    private static string? UnknownCommand(ErrorRecord? error) => error switch
    {
        { Exception: CommandNotFoundException exception } => exception.CommandName,
        { TargetObject: string name } when IsCommandNotFound(error) => name,
        _ => null,
    };

    private static bool IsCommandNotFound(ErrorRecord error) =>
        error.FullyQualifiedErrorId.StartsWith(nameof(CommandNotFoundException), StringComparison.Ordinal);

    private static HashSet<string> Read()
    {
        using var stream = typeof(AbsentCommands).Assembly.GetManifestResourceStream("AbsentCommands.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Out-Default that adds a line of advice to the error for an absent command.</summary>
[Cmdlet(VerbsData.Out, "Default")]
internal sealed class OutDefaultWithAdviceCommand : OutDefaultCommand
{
    protected override void ProcessRecord()
    {
        var ui = (ConsoleHostUserInterface)Host.PrivateData.BaseObject;
        var before = ui.ErrorCount;
        base.ProcessRecord();

        // Only the engine distinguishes an error from an error record that is plain output: it writes only the former as an error.
        if (ui.ErrorCount > before && AbsentCommands.AdviceFor(InputObject?.BaseObject as ErrorRecord) is { } advice)
            ui.WriteAdviceLine(advice);
    }
}
