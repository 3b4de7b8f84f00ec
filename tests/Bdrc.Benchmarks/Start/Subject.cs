namespace Bdrc.Benchmarks.Start;

/// <summary>One module of the comparison.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Path">The path to import.</param>
/// <param name="Command">The command that reads one task.</param>
internal sealed record Subject(string Name, string Path, string Command)
{
    public string Import { get; } = $"Import-Module '{Path.Replace("'", "''", StringComparison.Ordinal)}'";

    public string First => $"{Import}; $null = {Command} t-1";
}
