using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;

namespace Bdrc.Isolation.Tests;

public sealed class LoadContextTests
{
    [Fact]
    public void Works_beside_another_version_of_the_packages_it_uses()
    {
        var theirs = new ServiceCollection().AddHttpClient().BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        using var client = theirs.CreateClient();

        var status = StagedModule.Run("Connect-Bdrc -Sandbox | Out-Null; (Get-BdrcService).ServiceStatus");

        Assert.Equal("OPENED", Assert.Single(status).ToString());
        var versions = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name == "Microsoft.Extensions.Http")
            .ToDictionary(assembly => AssemblyLoadContext.GetLoadContext(assembly)!.Name!, assembly => assembly.GetName().Version!.Major);
        Assert.Equal(10, versions["Default"]);
        Assert.Equal(8, versions["Bdrc"]);
    }

    [Fact]
    public void Keeps_its_packages_out_of_the_default_context()
    {
        StagedModule.Run("Connect-Bdrc -Sandbox | Out-Null; Get-BdrcService | Out-Null");

        var ours = AssemblyLoadContext.Default.Assemblies
            .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(StagedModule.Folder, StringComparison.Ordinal))
            .Select(assembly => assembly.GetName().Name!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["Bdrc", "Bdrc.Loader", "Bdrc.Models", "Bdrc.Resolver.0.1.0"], ours);
    }

    [Fact]
    public void Keeps_every_command_working_after_a_forced_import()
    {
        var status = StagedModule.Run($"""
            $before = Connect-Bdrc -Sandbox
            Import-Module '{StagedModule.Manifest}' -Force
            (Get-BdrcService -Context $before).ServiceStatus
            (Get-BdrcService).ServiceStatus
            """);

        Assert.Equal(["OPENED", "OPENED"], status.Select(item => item.ToString()));
    }

    // The call of a command is not what loads them here: the import alone starts the preparation, on a thread of its own.
    [Fact]
    public async Task Prepares_the_first_call_after_the_import_without_a_command()
    {
        Assert.SkipUnless(Environment.ProcessorCount > 1, "With one processor, the import prepares nothing.");

        var lines = await CaseProcess.RunAsync($$"""
            Import-Module '{{StagedModule.Manifest}}'
            [System.Threading.SpinWait]::SpinUntil({
                [System.AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Microsoft.Extensions.Http' })
            }, 60000)
            """);

        Assert.Equal(["True"], lines);
    }
}
