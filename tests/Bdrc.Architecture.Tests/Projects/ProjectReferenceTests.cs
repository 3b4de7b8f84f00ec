using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Bdrc.Architecture.Tests.Projects;

/// <summary>The projects have one direction: each refers only to the projects that are listed for it. See docs/architecture.md.</summary>
public sealed class ProjectReferenceTests
{
    // Some projects are built first, but used only at run time: the second list is what the code may use.
    private static readonly Dictionary<string, (string[] Projects, string[] Assemblies)> Allowed = new(StringComparer.Ordinal)
    {
        ["Bdrc.Models"] = ([], []),
        ["Bdrc.Loader"] = ([], []),
        ["Bdrc.Resolver"] = ([], []),
        ["Bdrc.Core"] = (["Bdrc.Models"], ["Bdrc.Models"]),
        ["Bdrc.Sandbox"] = ([], []),
        ["Bdrc"] = (
            ["Bdrc.Core", "Bdrc.Loader", "Bdrc.Models", "Bdrc.Resolver", "Bdrc.Sandbox"],
            ["Bdrc.Core", "Bdrc.Models", "Bdrc.Sandbox"]),
        ["Bdrc.Sandbox.Server"] = (["Bdrc.Sandbox"], ["Bdrc.Sandbox"]),
        ["Bdrc.Console"] = (["Bdrc"], []),
    };

    private static readonly string SourceFolder = Path.Combine(BuildPaths.Repository, "src");

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_has_a_rule() =>
        Assert.Equal(
            Directory.EnumerateFiles(SourceFolder, "*.csproj", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_allowed_projects(string project)
    {
        var references = XDocument.Load(Path.Combine(SourceFolder, project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        AssertAllowed(project, references, Allowed[project].Projects);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_refers_only_to_allowed_assemblies(string project) =>
        AssertAllowed(project, ReferencesOf(project).Where(IsOurs), Allowed[project].Assemblies);

    [Theory]
    [InlineData("Bdrc.Core")]
    [InlineData("Bdrc.Models")]
    [InlineData("Bdrc.Sandbox")]
    public void An_assembly_below_the_cmdlets_does_not_refer_to_PowerShell(string project) =>
        Assert.DoesNotContain("System.Management.Automation", ReferencesOf(project));

    // Without this check, a reader that finds no references would find no violation.
    [Fact]
    public void Finds_the_references_of_an_assembly() =>
        Assert.All(["Bdrc.Core", "Bdrc.Models", "System.Management.Automation"], name => Assert.Contains(name, ReferencesOf("Bdrc")));

    private static void AssertAllowed(string project, IEnumerable<string> references, string[] allowed) =>
        Violations.AssertNone([.. references.Except(allowed, StringComparer.Ordinal).Select(reference => $"{project} -> {reference}")]);

    private static List<string> ReferencesOf(string project)
    {
        using var file = new PEReader(File.OpenRead(BuildPaths.Assembly(project)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool IsOurs(string name) => name == "Bdrc" || name.StartsWith("Bdrc.", StringComparison.Ordinal);
}
