using System.Reflection.PortableExecutable;

namespace Bdrc.Benchmarks.Start;

/// <summary>
/// How a shell was built. Without ahead-of-time (ReadyToRun) code, the shell compiles its own engine at each start, and every figure
/// is about twice as high.
/// </summary>
internal static class ShellDescription
{
    // The assemblies that every start runs through.
    private static readonly string[] Parts = ["System.Private.CoreLib.dll", "System.Management.Automation.dll", "System.Net.Http.dll"];

    private const string Script =
        "[PSCustomObject].Assembly.Location; [object].Assembly.Location; "
        + "$PSVersionTable.PSVersion.ToString(); [Environment]::Version.ToString(); "
        + "[Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier";

    public static string Of(string shell)
    {
        var lines = ShellProcess.Run(shell, Script).Split('\n', StringSplitOptions.TrimEntries);
        var folders = lines.Take(2).Select(path => Path.GetDirectoryName(path)!).ToArray();
        var parts = Parts.Select(part => $"{part} {(IsCompiled(folders, part) ? "ReadyToRun" : "IL only")}");
        return $"{shell}: PowerShell {lines[2]} on .NET {lines[3]}, {lines[4]} ({string.Join(", ", parts)})";
    }

    private static bool IsCompiled(string[] folders, string name)
    {
        var path = folders.Select(folder => Path.Combine(folder, name)).First(File.Exists);
        using var file = new PEReader(File.OpenRead(path));
        return file.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
