using System.Management.Automation;
using System.Reflection;

namespace Bdrc.Resolver;

/// <summary>
/// The version of the module that this process uses. Assemblies are never unloaded, so a second version can only be used in a new
/// session. It is refused before the engine loads any of its views and types.
/// </summary>
internal static class LoadedVersion
{
    // The resolvers of two versions share no static field. Both are in the same application domain.
    private const string Key = "Bdrc.Resolver";

    /// <summary>Claims the process for this version.</summary>
    /// <returns>Whether this is the first import in the process.</returns>
    /// <exception cref="RuntimeException">Another version is loaded.</exception>
    public static bool Claim()
    {
        var own = typeof(LoadedVersion).Assembly;
        if (AppDomain.CurrentDomain.GetData(Key) is not Assembly first)
        {
            AppDomain.CurrentDomain.SetData(Key, own);
            return true;
        }

        if (first != own)
            throw ImportRefusal.OtherVersion(VersionOf(first), VersionOf(own), Path.GetDirectoryName(own.Location));
        return false;
    }

    // With the label of a preview, without the revision of the source.
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? assembly.GetName().Version.ToString();
}
