using System.Reflection;

namespace Bdrc.Console.CommandLine;

/// <summary>The module that the build staged beside this program's sources.</summary>
internal static class BuiltModule
{
    public static string Path { get; } = typeof(BuiltModule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ModulePath").Value!;
}
