using System.Reflection;
using Mono.Cecil;

namespace Bdrc.Isolation.Tests;

/// <summary>Turns the assemblies of a copy of the module into those of another version, as a build with that version makes them.</summary>
internal static class VersionedAssemblies
{
    private const string Resolver = "Bdrc.Resolver.";

    public static void Rewrite(string folder, string version)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "Bdrc*.dll", SearchOption.AllDirectories))
            File.WriteAllBytes(path, Rewrite(path, Version.Parse(version + ".0"), version));
    }

    private static byte[] Rewrite(string path, Version version, string text)
    {
        using var module = ModuleDefinition.ReadModule(path);
        module.Mvid = Guid.NewGuid();
        module.Assembly.Name.Version = version;
        if (module.Assembly.Name.Name.StartsWith(Resolver, StringComparison.Ordinal))
            module.Assembly.Name.Name = Resolver + text;
        foreach (var reference in module.AssemblyReferences.Where(reference => reference.Name.StartsWith("Bdrc", StringComparison.Ordinal)))
            reference.Version = version;
        foreach (var attribute in module.Assembly.CustomAttributes.Where(IsInformationalVersion))
            attribute.ConstructorArguments[0] = new CustomAttributeArgument(module.TypeSystem.String, text + "+abc");

        using var changed = new MemoryStream();
        module.Write(changed);
        return changed.ToArray();
    }

    private static bool IsInformationalVersion(CustomAttribute attribute) =>
        attribute.AttributeType.Name == nameof(AssemblyInformationalVersionAttribute);
}
