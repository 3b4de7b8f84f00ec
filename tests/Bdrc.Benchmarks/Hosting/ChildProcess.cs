using System.Diagnostics;

namespace Bdrc.Benchmarks.Hosting;

/// <summary>Starts this program again with other arguments, or another program.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        // Started as "dotnet Bdrc.Benchmarks.dll", the program itself is the first argument.
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Start(program, isHost ? [typeof(ChildProcess).Assembly.Location, .. arguments] : arguments);
    }

    public static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>Runs this program and returns its output.</summary>
    public static string Output(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {output}");
    }
}
