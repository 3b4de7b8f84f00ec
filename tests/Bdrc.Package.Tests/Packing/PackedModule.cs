using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Bdrc.Package.Tests.Packing;

/// <summary>
/// The package, made once for all tests, with code compiled ahead of time for the runtime of these tests only. Compiling for others
/// takes the same way and only more time.
/// </summary>
public sealed class PackedModule : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bdrc-pack-").FullName;

    /// <summary>The folder of the compiled assemblies below <c>lib</c>.</summary>
    public static string Set { get; } = $"net{Environment.Version.Major}.0/{RuntimeInformation.RuntimeIdentifier}";

    public string Package => Assert.Single(Directory.GetFiles(_folder, "*.nupkg"));

    /// <summary>The module, extracted from the package.</summary>
    public string Module => Path.Combine(_folder, "module");

    public async ValueTask InitializeAsync()
    {
        string[] arguments =
        [
            "pack", Path.Combine(BuildPaths.Repository, "src", "Bdrc", "Bdrc.csproj"), "--no-build", "--no-restore", "-v", "q",
            "-c", BuildPaths.Configuration, "-o", _folder, "-p:CmdletTags=PSCmdlet_Get-BdrcTask PSCommand_Get-BdrcTask",
            $"-p:PackageFolder={_folder}/assembled/", $"-p:ReadyToRunSets={Set}",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        await ZipFile.ExtractToDirectoryAsync(Package, Module, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
