using System.Reflection.Metadata;

namespace Bdrc.Package.Tests.Assemblies;

/// <summary>The shipped sandbox contains what <c>Connect-Bdrc -Sandbox</c> uses, and no service that only tests call.</summary>
public sealed class SandboxAssemblyTests
{
    [Fact]
    public void Ships_no_type_of_the_identity_services()
    {
        var assemblies = Directory.GetFiles(BuildPaths.Module, "Bdrc.Sandbox.dll", SearchOption.AllDirectories);

        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, path =>
        {
            using var assembly = new AssemblyFile(path);
            var types = TypeNames(assembly.Metadata).ToList();
            Assert.Contains("Bdrc.Sandbox.BdrcSandbox", types);
            Assert.DoesNotContain(types, type =>
                type.Contains(".Identity", StringComparison.Ordinal)
                || type.Contains("Sts", StringComparison.Ordinal)
                || type.Contains("Metadata", StringComparison.Ordinal)
                || type.Contains("IdToken", StringComparison.Ordinal)
                || type.Contains("CloudSso", StringComparison.Ordinal)
                || type.Contains("OAuth", StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> TypeNames(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            yield return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }
    }
}
