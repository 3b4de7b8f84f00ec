using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Bdrc.Package.Tests.Assemblies;

namespace Bdrc.Package.Tests;

public sealed class ManifestTests
{
    [Fact]
    public void Is_accepted_by_the_engine()
    {
        var module = Assert.IsType<PSModuleInfo>(Assert.Single(Run($"Test-ModuleManifest '{BuildPaths.Manifest}'")).BaseObject);

        Assert.Equal("Bdrc", module.Name);
        Assert.Equal(new Version(5, 1), module.PowerShellVersion);
        Assert.Equal(["Desktop", "Core"], module.CompatiblePSEditions);
    }

    [Fact]
    public void Exports_the_cmdlets_of_the_assembly_and_nothing_else()
    {
        var module = Assert.IsType<PSModuleInfo>(Assert.Single(Run($"Import-Module '{BuildPaths.Manifest}' -PassThru")).BaseObject);
        var cmdlets = module.ImplementingAssembly.GetTypes()
            .Where(type => !type.IsAbstract)
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(cmdlets, module.ExportedCmdlets.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedAliases);
        Assert.Empty(module.ExportedVariables);
    }

    [Theory]
    [InlineData("Bdrc.psd1")]
    [InlineData("Bdrc.Views.psd1")]
    public void Has_no_wildcard_and_no_code(string manifest)
    {
        var text = File.ReadAllText(Path.Combine(BuildPaths.Module, manifest));

        Assert.DoesNotContain('*', text);
        Assert.DoesNotContain('$', text);
    }

    [Theory]
    [InlineData("Bdrc.psd1")]
    [InlineData("Bdrc.Views.psd1")]
    public void Has_the_version_of_its_assemblies(string manifest)
    {
        var path = Path.Combine(BuildPaths.Module, manifest);
        var module = Assert.IsType<PSModuleInfo>(Assert.Single(Run($"Test-ModuleManifest '{path}'")).BaseObject);
        using var commands = new AssemblyFile(Path.Combine(BuildPaths.Module, "Bdrc.dll"));

        Assert.Equal(commands.Version.ToString(3), module.Version.ToString());
    }

    // Otherwise a second version could not run its resolver, and its import would fail with an error of .NET.
    [Fact]
    public void Has_a_resolver_whose_assembly_name_contains_the_version()
    {
        var name = AssemblyName.GetAssemblyName(Path.Combine(BuildPaths.Module, "Bdrc.Resolver.dll"));

        Assert.StartsWith($"Bdrc.Resolver.{name.Version!.ToString(3)}", name.Name, StringComparison.Ordinal);
    }

    private static Collection<PSObject> Run(string script)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var output = shell.AddScript(script).Invoke();
        Assert.Empty(shell.Streams.Error);
        return output;
    }
}
