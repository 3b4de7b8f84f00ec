using System.Reflection;

namespace Bdrc.Resolver;

/// <summary>Resolves the module's private assemblies from <c>lib/</c>. The handler is installed once and never removed.</summary>
internal static class PrivateAssemblies
{
    private static readonly string ModuleDirectory = Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!;

    private static int _isInstalled;

    public static void Install()
    {
        if (Interlocked.Exchange(ref _isInstalled, 1) != 0)
            return;

        AppDomain.CurrentDomain.AssemblyResolve += IsNetFramework() ? new FrameworkResolver(ModuleDirectory).Resolve : CoreResolver();
    }

    private static bool IsNetFramework() => typeof(object).Assembly.GetName().Name == "mscorlib";

    private static ResolveEventHandler CoreResolver()
    {
        var load = new Lazy<Func<string, Assembly>>(static () => CreateLoader(CoreDirectory()));
        return (_, request) =>
        {
            var name = request.Name.Split(',')[0];
            return name is "Bdrc.Core" or "Bdrc.Sandbox" ? load.Value(name) : null;
        };
    }

    // The package has assemblies compiled ahead of time for some systems. .NET rejects the code of another major version, so each
    // version has its own. Everywhere else, and in a build that was not packed, the runtime compiles lib/net8.0.
    private static string CoreDirectory()
    {
        var library = Path.Combine(ModuleDirectory, "lib");
        var compiled = AppDomain.CurrentDomain.GetData("RUNTIME_IDENTIFIER") is string system
            ? Path.Combine(library, $"net{Environment.Version.Major}.0", system)
            : null;
        return Directory.Exists(compiled) ? compiled! : Path.Combine(library, "net8.0");
    }

    // Only .NET has load contexts and this assembly is for both, hence the reflection.
    private static Func<string, Assembly> CreateLoader(string directory)
    {
        var loader = Assembly.LoadFrom(Path.Combine(directory, "Bdrc.Loader.dll"));
        var create = loader.GetType("Bdrc.Loader.ModuleLoadContext", throwOnError: true)!.GetMethod("Create")!;
        return (Func<string, Assembly>)create.Invoke(null, [directory])!;
    }
}
