using Mono.Cecil;

namespace Bdrc.Architecture.Tests.Projects;

/// <summary>Each product assembly references only the product assemblies that docs/architecture.md allows.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Bdrc.Models"] = [],
        ["Bdrc.Core"] = ["Bdrc.Models"],
        ["Bdrc.Sandbox"] = [],
        ["Bdrc"] = ["Bdrc.Models", "Bdrc.Core", "Bdrc.Sandbox"],
        ["Bdrc.Resolver"] = [],
        ["Bdrc.Loader"] = [],
        ["Bdrc.Sandbox.Server"] = ["Bdrc.Sandbox"],
        ["Bdrc.Console"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Every_project_has_a_rule() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(BuildPaths.Repository, "src"))
                .Where(HasProject)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_only_allowed_projects(string project)
    {
        using var module = ModuleDefinition.ReadModule(BuildPaths.Assembly(project));

        var references = module.AssemblyReferences.Select(reference => reference.Name).Where(IsOurs);

        Violations.AssertNone([.. references.Except(Allowed[project], StringComparer.Ordinal).Select(name => $"{project} -> {name}")]);
    }

    private static bool IsOurs(string name) => name == "Bdrc" || name.StartsWith("Bdrc.", StringComparison.Ordinal);

    private static bool HasProject(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any();
}
