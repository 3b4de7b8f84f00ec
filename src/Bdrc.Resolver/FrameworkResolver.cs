using System.Reflection;

namespace Bdrc.Resolver;

/// <summary>
/// Windows PowerShell has no load contexts: there, requests are answered for our own assemblies and for what those ask for,
/// with a file of <c>lib/net472</c> that has the asked version or a newer one.
/// </summary>
internal sealed class FrameworkResolver(string moduleDirectory)
{
    private readonly string _directory = Path.Combine(moduleDirectory, "lib", "net472");

    public Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var asked = new AssemblyName(request.Name);
        var path = Path.Combine(_directory, asked.Name + ".dll");
        if (!IsOurs(asked.Name, request.RequestingAssembly) || !File.Exists(path))
            return null;

        // LoadFrom and not LoadFile: a second load of the same file must give the same types.
        return AssemblyName.GetAssemblyName(path).Version >= (asked.Version ?? new Version(0, 0)) ? Assembly.LoadFrom(path) : null;
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
