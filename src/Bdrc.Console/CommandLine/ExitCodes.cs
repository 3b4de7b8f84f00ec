namespace Bdrc.Console.CommandLine;

/// <summary>The exit codes of the host; a script sets others with <c>exit N</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    // 128 and the number of the signal, as shells have it: SIGINT is 2, SIGTERM 15.
    public const int Stopped = 130;
    public const int Terminated = 143;
}
