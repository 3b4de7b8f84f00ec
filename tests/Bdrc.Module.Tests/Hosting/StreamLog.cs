namespace Bdrc.Module.Tests.Hosting;

/// <summary>
/// Appends what every script of the run wrote to any stream to a file in the folder BDRC_EMITTED, when that is set. The CI run
/// searches those files for planted secrets that no single test checked for.
/// </summary>
internal static class StreamLog
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BDRC_EMITTED");
    private static readonly Lock Gate = new();

    public static void Append(string text)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        lock (Gate)
            File.AppendAllText(Path.Combine(Folder, $"module-{Environment.ProcessId}.txt"), text + "\n");
    }
}
