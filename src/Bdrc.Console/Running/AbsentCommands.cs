using System.Management.Automation;

namespace Bdrc.Console.Running;

/// <summary>Commands that a real PowerShell has and the engine's package has not.</summary>
internal static class AbsentCommands
{
    private static readonly Lazy<HashSet<string>> Names = new(Read);

    /// <summary>One line that points to a real PowerShell; null when the error is of another kind.</summary>
    public static string? AdviceFor(ErrorRecord? error)
    {
        if (UnknownCommand(error) is not { } name)
            return null;

        // Microsoft.PowerShell.Utility\Select-Object names its module too.
        name = name[(name.LastIndexOf('\\') + 1)..];
        return Names.Value.Contains(name)
            ? $"{name} is not part of this small host. Install PowerShell (pwsh) and run: Import-Module ./out/Bdrc"
            : null;
    }

    // With -ErrorAction Stop the exception is another one, and only the id tells what it was.
    private static string? UnknownCommand(ErrorRecord? error) => error switch
    {
        { Exception: CommandNotFoundException exception } => exception.CommandName,
        { TargetObject: string name } when error.FullyQualifiedErrorId.StartsWith(nameof(CommandNotFoundException), StringComparison.Ordinal) => name,
        _ => null,
    };

    private static HashSet<string> Read()
    {
        using var stream = typeof(AbsentCommands).Assembly.GetManifestResourceStream("AbsentCommands.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
