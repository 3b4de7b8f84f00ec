using System.Reflection;
using System.Runtime.Loader;

namespace Bdrc.Loader;

/// <summary>
/// The load context of Bdrc.Core, Bdrc.Sandbox and the packages they use, so that another module's version of a package
/// and ours can both be loaded. Created once and never unloaded.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly string FrameworkDirectory = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? string.Empty;

    private readonly string _directory;

    private ModuleLoadContext(string directory)
        : base("Bdrc", isCollectible: false) => _directory = directory;

    /// <summary>Creates the context; called by the resolver through reflection, once in a process.</summary>
    /// <param name="directory">The folder of the private assemblies.</param>
    /// <returns>A function that loads an assembly of the module by its simple name.</returns>
    public static Func<string, Assembly> Create(string directory)
    {
        var context = new ModuleLoadContext(directory);
        return name => context.LoadFromAssemblyPath(Path.Combine(directory, name + ".dll"));
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Cmdlets and core exchange the models, so both must use the same types: those of the default context.
        if (assemblyName.Name is null or "Bdrc.Models" || FrameworkHas(assemblyName))
            return null;

        var path = Path.Combine(_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // With a private copy of a framework assembly, its types would exist twice. System.Diagnostics.DiagnosticSource breaks
    // AddHttpClient that way. The version is that of the loaded assembly, which the next step needs anyway: reading it from the
    // file would load and compile a metadata reader.
    private static bool FrameworkHas(AssemblyName requested) =>
        File.Exists(Path.Combine(FrameworkDirectory, requested.Name + ".dll"))
        && Default.LoadFromAssemblyName(new AssemblyName(requested.Name!)).GetName().Version >= requested.Version;
}
