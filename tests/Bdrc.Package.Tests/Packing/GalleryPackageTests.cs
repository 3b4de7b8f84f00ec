using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Bdrc.Isolation.Tests;

namespace Bdrc.Package.Tests.Packing;

public sealed class GalleryPackageTests(PackedModule packed) : IClassFixture<PackedModule>
{
    [Fact]
    public async Task Contains_the_staged_module_the_compiled_assemblies_and_the_gallery_tags()
    {
        await using var package = await ZipFile.OpenReadAsync(packed.Package, TestContext.Current.CancellationToken);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !IsContainerFile(name)).Order(StringComparer.Ordinal);
        Assert.Equal(Staged().Concat(Compiled()).Order(StringComparer.Ordinal), files);

        var nuspec = XDocument.Load(await package.GetEntry("Bdrc.nuspec")!.OpenAsync(TestContext.Current.CancellationToken));
        var metadata = nuspec.Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal("Bdrc", metadata["id"]);
        Assert.Contains("PSModule", metadata["tags"].Split(' '));
        Assert.Contains("PSCmdlet_Get-BdrcTask", metadata["tags"].Split(' '));
    }

    [Fact]
    public async Task Runs_the_compiled_code_of_the_package_and_the_portable_code_where_there_is_none()
    {
        var compiled = await FirstResultAsync();
        Directory.Delete(Path.Combine(packed.Module, "lib", PackedModule.Set), recursive: true);
        var portable = await FirstResultAsync();

        Assert.Equal(["OPENED", "2"], compiled.Answers);
        Assert.Equal(["OPENED", "2"], portable.Answers);
        Assert.EndsWith("lib/" + PackedModule.Set, compiled.CoreFolder, StringComparison.Ordinal);
        Assert.EndsWith("lib/net8.0", portable.CoreFolder, StringComparison.Ordinal);

        // The portable run compiles about 800 methods of Core and of Microsoft.Extensions that the other finds compiled.
        Assert.True(compiled.Methods < portable.Methods - 400, $"{compiled.Methods} methods compiled; {portable.Methods} without the set.");
    }

    // Files that the NuGet container adds.
    private static bool IsContainerFile(string name) =>
        name is "Bdrc.nuspec" or "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);

    private static IEnumerable<string> Staged() =>
        Directory.EnumerateFiles(BuildPaths.Module, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(BuildPaths.Module, path).Replace('\\', '/'));

    private static IEnumerable<string> Compiled() =>
        Directory.EnumerateFiles(Path.Combine(BuildPaths.Module, "lib", "net8.0"))
            .Select(path => $"lib/{PackedModule.Set}/{Path.GetFileName(path)}");

    private async Task<(string[] Answers, string CoreFolder, int Methods)> FirstResultAsync()
    {
        var lines = await CaseProcess.RunAsync($$"""
            Import-Module '{{Path.Combine(packed.Module, "Bdrc.psd1")}}'
            $null = Connect-Bdrc -Sandbox -FinishedTasks 2
            (Get-BdrcService).ServiceStatus
            @(Get-BdrcTask).Count
            [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
            foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
                if ($assembly.GetName().Name -eq 'Bdrc.Core') { [System.IO.Path]::GetDirectoryName($assembly.Location).Replace('\', '/') }
            }
            """);
        return (lines[..2], lines[3], int.Parse(lines[2], CultureInfo.InvariantCulture));
    }
}
