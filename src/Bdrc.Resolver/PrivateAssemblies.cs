using System.Reflection;

namespace Bdrc.Resolver;

/// <summary>Leads requests for the module's private assemblies to <c>lib/</c>. Hooked once, never unhooked.</summary>
internal static class PrivateAssemblies
{
    private static readonly string ModuleDirectory = Path.GetDirectoryName(typeof(PrivateAssemblies).Assembly.Location)!;

    private static int _hooked;

    public static void Hook()
    {
        if (Interlocked.Exchange(ref _hooked, 1) != 0)
            return;

        AppDomain.CurrentDomain.AssemblyResolve += IsNetFramework() ? new FrameworkResolver(ModuleDirectory).Resolve : CoreResolver();
    }

    private static bool IsNetFramework() => typeof(object).Assembly.GetName().Name == "mscorlib";

    private static ResolveEventHandler CoreResolver()
    {
        var directory = Path.Combine(ModuleDirectory, "lib", "net8.0");
        var load = new Lazy<Func<string, Assembly>>(() => CreateLoader(directory));
        return (_, request) =>
        {
            var name = new AssemblyName(request.Name).Name;
            return name is "Bdrc.Core" or "Bdrc.Sandbox" ? load.Value(name) : null;
        };
    }

    // Only .NET has load contexts and this assembly is for both, hence the reflection.
    private static Func<string, Assembly> CreateLoader(string directory)
    {
        var loader = Assembly.LoadFrom(Path.Combine(directory, "Bdrc.Loader.dll"));
        var create = loader.GetType("Bdrc.Loader.ModuleLoadContext", throwOnError: true)!.GetMethod("Create")!;
        return (Func<string, Assembly>)create.Invoke(null, [directory])!;
    }
}
