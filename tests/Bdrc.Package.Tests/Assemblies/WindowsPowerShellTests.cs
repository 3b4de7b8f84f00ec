namespace Bdrc.Package.Tests.Assemblies;

/// <summary>Compatibility with Windows PowerShell 5.1, checked without running it.</summary>
public sealed class WindowsPowerShellTests
{
    private const string Engine = "System.Management.Automation";

    private static readonly string Private = Path.Combine(BuildPaths.Module, "lib", "net472");

    public static TheoryData<string> ForNetFramework() =>
        [.. Directory.EnumerateFiles(BuildPaths.Module, "*.dll").Concat(Directory.EnumerateFiles(Private, "*.dll"))
            .Select(path => Path.GetRelativePath(BuildPaths.Module, path))];

    public static TheoryData<string> Shared() => ["Bdrc.dll", "Bdrc.Models.dll", "Bdrc.Resolver.dll"];

    [Theory]
    [MemberData(nameof(ForNetFramework))]
    public void Every_reference_is_in_NET_Framework_472_or_in_the_module(string path)
    {
        using var file = new AssemblyFile(Path.Combine(BuildPaths.Module, path));

        Assert.All(file.References(), reference => Assert.True(Has(reference.Name, reference.Version), reference.ToString()));
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public void The_shared_assemblies_reference_only_netstandard_20_and_the_engine_of_51(string path)
    {
        using var file = new AssemblyFile(Path.Combine(BuildPaths.Module, path));

        Assert.All(file.References(), reference => Assert.True(
            reference.Name is "Bdrc.Models" or "Bdrc.Core" or "Bdrc.Sandbox"
                || reference == ("netstandard", new Version(2, 0, 0, 0))
                || reference == (Engine, new Version(3, 0, 0, 0)),
            reference.ToString()));
    }

    [Theory]
    [InlineData("Bdrc.dll")]
    [InlineData("Bdrc.Resolver.dll")]
    public void The_commands_use_no_engine_member_that_51_lacks(string path)
    {
        using var file = new AssemblyFile(Path.Combine(BuildPaths.Module, path));
        using var standard = new AssemblyFile(BuildPaths.PowerShellStandard);
        var known = standard.Definitions();

        var uses = file.MembersUsedOf(Engine).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Contains(use, known));
    }

    [Fact]
    public void Detects_an_engine_member_that_51_lacks()
    {
        using var standard = new AssemblyFile(BuildPaths.PowerShellStandard);
        var known = standard.Definitions();

        Assert.Contains("System.Management.Automation.Cmdlet::WriteObject", known);
        Assert.DoesNotContain("System.Management.Automation.Language.TernaryExpressionAst", known);
    }

    private static bool Has(string name, Version version)
    {
        // The engine is always loaded, and its assembly name never changed.
        if (name == Engine)
            return version <= new Version(3, 0, 0, 0);

        string[] places =
        [
            Path.Combine(Private, name + ".dll"),
            Path.Combine(BuildPaths.Module, name + ".dll"),
            Path.Combine(BuildPaths.NetFramework, name + ".dll"),
            Path.Combine(BuildPaths.NetFramework, "Facades", name + ".dll"),
        ];
        return Array.Exists(places, path => File.Exists(path) && VersionOf(path) >= version);
    }

    private static Version VersionOf(string path)
    {
        using var file = new AssemblyFile(path);
        return file.Version;
    }
}
