using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Bdrc.Package.Tests.Packing;

public sealed class GalleryPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bdrc-pack-").FullName;

    [Fact]
    public async Task Contains_the_staged_module_and_the_gallery_tags()
    {
        await PackAsync();

        await using var package = await ZipFile.OpenReadAsync(
            Assert.Single(Directory.GetFiles(_folder, "*.nupkg")), TestContext.Current.CancellationToken);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !IsContainerFile(name)).Order(StringComparer.Ordinal);
        Assert.Equal(Staged(), files);

        var nuspec = XDocument.Load(await package.GetEntry("Bdrc.nuspec")!.OpenAsync(TestContext.Current.CancellationToken));
        var metadata = nuspec.Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal("Bdrc", metadata["id"]);
        Assert.Contains("PSModule", metadata["tags"].Split(' '));
        Assert.Contains("PSCmdlet_Get-BdrcTask", metadata["tags"].Split(' '));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Files that the NuGet container adds.
    private static bool IsContainerFile(string name) =>
        name is "Bdrc.nuspec" or "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);

    private static IEnumerable<string> Staged() =>
        Directory.EnumerateFiles(BuildPaths.Module, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(BuildPaths.Module, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private async Task PackAsync()
    {
        string[] arguments =
        [
            "pack", Path.Combine(BuildPaths.Repository, "src", "Bdrc", "Bdrc.csproj"), "--no-build", "--no-restore", "-v", "q",
            "-c", BuildPaths.Configuration, "-o", _folder, "-p:CmdletTags=PSCmdlet_Get-BdrcTask PSCommand_Get-BdrcTask",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}
