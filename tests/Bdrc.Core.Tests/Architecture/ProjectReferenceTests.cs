using System.Xml.Linq;
using Bdrc.Core.Client;

namespace Bdrc.Core.Tests.Architecture;

/// <summary>The projects have one direction: each refers only to the projects that are listed for it.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Bdrc.Models"] = [],
        ["Bdrc.Loader"] = [],
        ["Bdrc.Resolver"] = [],
        ["Bdrc.Core"] = ["Bdrc.Models"],
        ["Bdrc.Sandbox"] = ["Bdrc.Core", "Bdrc.Models"],
        ["Bdrc"] = ["Bdrc.Core", "Bdrc.Loader", "Bdrc.Models", "Bdrc.Resolver", "Bdrc.Sandbox"],
        ["Bdrc.Sandbox.Server"] = ["Bdrc.Core", "Bdrc.Models", "Bdrc.Sandbox"],
        ["Bdrc.Console"] = ["Bdrc"],
    };

    private static readonly string SourceFolder = Path.Combine(RepositoryFolder.Path, "src");

    public static TheoryData<string> Projects() => [.. Directory.EnumerateDirectories(SourceFolder).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_lower_projects(string name)
    {
        var references = XDocument.Load(Path.Combine(SourceFolder, name, name + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Subset(Allowed[name].ToHashSet(StringComparer.Ordinal), references.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_and_Models_do_not_refer_to_PowerShell()
    {
        var referenced = new[] { typeof(Bdrc.Core.Client.BdrcClient).Assembly, typeof(BdrcTask).Assembly }
            .SelectMany(assembly => assembly.GetReferencedAssemblies())
            .Select(reference => reference.Name);

        Assert.DoesNotContain("System.Management.Automation", referenced);
    }
}
