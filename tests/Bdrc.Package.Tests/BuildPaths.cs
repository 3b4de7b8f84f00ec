using System.Reflection;

namespace Bdrc.Package.Tests;

/// <summary>The paths that the build recorded in this assembly.</summary>
internal static class BuildPaths
{
    public static string Module { get; } = Metadata("ModuleFolder");

    public static string Manifest { get; } = Path.Combine(Module, "Bdrc.psd1");

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Packages { get; } = Metadata("PackageRoot");

    public static string PowerShellStandard { get; } = Metadata("PowerShellStandard");

    public static string NetFramework { get; } = Metadata("NetFramework");

    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
