using System.Reflection;

namespace Bdrc.Package.Tests;

/// <summary>Where things lie, as the build knew it.</summary>
internal static class Place
{
    public static string Module { get; } = Of("ModuleFolder");

    public static string Manifest { get; } = Path.Combine(Module, "Bdrc.psd1");

    public static string Repository { get; } = Of("RepositoryRoot");

    public static string Packages { get; } = Of("PackageRoot");

    public static string PowerShellStandard { get; } = Of("PowerShellStandard");

    public static string NetFramework { get; } = Of("NetFramework");

    public static string Configuration { get; } = Of("Configuration");

    private static string Of(string key) => typeof(Place).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
