using System.Reflection;

namespace Bdrc.Resolver;

/// <summary>
/// Resolves the module's own assemblies, and those that they request, from <c>lib/net472</c>: a file with the requested version or a
/// newer one. Windows PowerShell has no load contexts.
/// </summary>
internal sealed class FrameworkResolver(string moduleDirectory)
{
    private readonly string _directory = Path.Combine(moduleDirectory, "lib", "net472");

    public Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var requested = new AssemblyName(request.Name);
        var path = Path.Combine(_directory, requested.Name + ".dll");
        if (!IsOurs(requested.Name, request.RequestingAssembly) || !File.Exists(path))
            return null;

        // LoadFrom and not LoadFile: a second load of the same file must return the same types.
        return AssemblyName.GetAssemblyName(path).Version >= (requested.Version ?? new Version(0, 0)) ? Assembly.LoadFrom(path) : null;
    }

    private bool IsOurs(string? name, Assembly? requester)
    {
        if (name is "Bdrc.Core" or "Bdrc.Sandbox")
            return true;
        if (requester is null || requester.IsDynamic)
            return false;

        return requester.Location.StartsWith(moduleDirectory + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);
    }
}
