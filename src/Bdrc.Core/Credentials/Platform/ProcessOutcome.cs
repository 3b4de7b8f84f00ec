namespace Bdrc.Core.Credentials.Platform;

/// <summary>What a program left. Its output may hold secrets and is never shown.</summary>
internal sealed class ProcessOutcome(int exitCode, string output)
{
    public int ExitCode { get; } = exitCode;

    public string Output { get; } = output;
}
