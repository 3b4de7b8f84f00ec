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
    /// <exception cref="RuntimeException">Another version is loaded.</exception>
    public static void Claim()
    {
        var own = typeof(LoadedVersion).Assembly;
        if (AppDomain.CurrentDomain.GetData(Key) is not Assembly first)
            AppDomain.CurrentDomain.SetData(Key, own);
        else if (first != own)
            throw Refuse(VersionOf(first), VersionOf(own), Path.GetDirectoryName(own.Location));
    }

    // Not in Strings.resx: those messages are in Bdrc.Models, of which this process already has the other version.
    private static RuntimeException Refuse(string loaded, string refused, string? folder)
    {
        var message = $"Bdrc {loaded} is loaded in this session and cannot be unloaded: start a new session to use Bdrc {refused}.";
        var error = new ErrorRecord(new InvalidOperationException(message), "OtherVersionLoaded", ErrorCategory.ResourceExists, folder);
        return new RuntimeException(message, innerException: null, error);
    }

    // With the label of a preview, without the revision of the source.
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? assembly.GetName().Version.ToString();
}
