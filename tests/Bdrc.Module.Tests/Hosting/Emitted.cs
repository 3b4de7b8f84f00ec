namespace Bdrc.Module.Tests.Hosting;

/// <summary>
/// Keeps what every script of the run wrote to any stream, where BDRC_EMITTED names a folder for it: the run as a whole is then
/// searched for planted secrets, which shows what no single test looked for.
/// </summary>
internal static class Emitted
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("BDRC_EMITTED");
    private static readonly Lock Gate = new();

    public static void Keep(string text)
    {
        if (string.IsNullOrEmpty(Folder))
            return;
        lock (Gate)
            File.AppendAllText(Path.Combine(Folder, $"module-{Environment.ProcessId}.txt"), text + "\n");
    }
}
