using Bdrc.Console.Running;

namespace Bdrc.Console.CommandLine;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public string? Command { get; init; }

    public string? File { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public string? ModulePath { get; init; }

    public bool Prompt { get; init; }

    public bool NoExit { get; init; }

    public bool Help { get; init; }
}
