using System.Diagnostics;
using System.Reflection;

namespace Bdrc.Isolation.Tests;

/// <summary>Runs each case in its own process, so that cases share no loaded assembly.</summary>
internal static class CaseProcess
{
    /// <summary>The program that runs a case in its own process.</summary>
    private static readonly string Program = Path.GetFullPath(typeof(CaseProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CaseProgram").Value!);

    /// <summary>Runs a script and returns the lines it printed; an error in it fails the test.</summary>
    /// <param name="script">The script.</param>
    /// <param name="temporaryFolder">The folder for temporary files; null for the default.</param>
    /// <param name="environment">Environment variables to set; null for none.</param>
    public static async Task<string[]> RunAsync(
        string script, string? temporaryFolder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"bdrc-case-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(file, script);
        try
        {
            var start = new ProcessStartInfo("dotnet", [Program, file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            foreach (var name in temporaryFolder is null ? [] : (string[])["TMPDIR", "TMP", "TEMP"])
                start.Environment[name] = temporaryFolder;
            foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, output);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
