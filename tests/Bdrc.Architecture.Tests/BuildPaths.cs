using System.Reflection;

namespace Bdrc.Architecture.Tests;

/// <summary>The paths that the build recorded in this assembly.</summary>
internal static class BuildPaths
{
    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Module { get; } = Metadata("ModuleFolder");

    /// <summary>The path of an assembly that the build staged in the module or copied beside the tests.</summary>
    /// <param name="name">Its name, without extension.</param>
    /// <param name="framework">The target framework of a private assembly of the module.</param>
    public static string Assembly(string name, string framework = "net8.0") =>
        new[] { Module, Path.Combine(Module, "lib", framework), AppContext.BaseDirectory }
            .Select(folder => Path.Combine(folder, name + ".dll"))
            .First(File.Exists);

    private static string Metadata(string key) => typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
