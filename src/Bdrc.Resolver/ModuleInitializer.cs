using System.Management.Automation;

namespace Bdrc.Resolver;

/// <summary>
/// Runs when the module is imported, before the engine reflects over Bdrc.dll: that is why it is an assembly of its own.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        if (!LoadedVersion.Claim())
            LoadedFolder.EnsureNone();
        PrivateAssemblies.Install();
    }
}
