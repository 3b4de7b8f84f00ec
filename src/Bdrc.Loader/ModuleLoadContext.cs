using System.Reflection;
using System.Runtime.Loader;

namespace Bdrc.Loader;

/// <summary>
/// The private home of Bdrc.Core, Bdrc.Sandbox and the packages they use, so that another module's version of a package
/// and ours can both be loaded. Made once and never unloaded.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly string FrameworkDirectory = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? string.Empty;

    private readonly string _directory;

    private ModuleLoadContext(string directory)
        : base("Bdrc", isCollectible: false) => _directory = directory;

    /// <summary>Makes the context; called by the resolver through reflection, once in a process.</summary>
    /// <param name="directory">Folder of the private assemblies.</param>
    /// <returns>Loads an assembly of ours by its simple name.</returns>
    public static Func<string, Assembly> Create(string directory)
    {
        var context = new ModuleLoadContext(directory);
        return name => context.LoadFromAssemblyPath(Path.Combine(directory, name + ".dll"));
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The models cross the border: both sides must see the same type, the one of the default context.
        if (assemblyName.Name is null or "Bdrc.Models" || FrameworkHas(assemblyName))
            return null;

        var path = Path.Combine(_directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // A private copy of a framework assembly would split its types in two: System.Diagnostics.DiagnosticSource breaks
    // AddHttpClient that way. The version is that of the loaded assembly, which the next step needs anyway: reading it from the
    // file would load and compile a metadata reader.
    private static bool FrameworkHas(AssemblyName asked) =>
        File.Exists(Path.Combine(FrameworkDirectory, asked.Name + ".dll"))
        && Default.LoadFromAssemblyName(new AssemblyName(asked.Name!)).GetName().Version >= asked.Version;
}
