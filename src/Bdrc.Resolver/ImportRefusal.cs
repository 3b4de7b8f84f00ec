using System.Management.Automation;

namespace Bdrc.Resolver;

/// <summary>
/// The errors of an import that cannot succeed. Their texts are not in Strings.resx: those are in Bdrc.Models, of which the process
/// may have another version.
/// </summary>
internal static class ImportRefusal
{
    public static RuntimeException OtherVersion(string loaded, string refused, string? folder) => Create(
        $"Bdrc {loaded} is loaded in this session and cannot be unloaded: start a new session to use Bdrc {refused}.",
        "OtherVersionLoaded",
        folder);

    public static RuntimeException OtherFolder(string version, string folder) => Create(
        $"Bdrc {version} is loaded from '{folder}': import it from there, or run Remove-Module Bdrc first.",
        "OtherFolderLoaded",
        folder);

    private static RuntimeException Create(string message, string id, string? folder)
    {
        var error = new ErrorRecord(new InvalidOperationException(message), id, ErrorCategory.ResourceExists, folder);
        return new RuntimeException(message, innerException: null, error);
    }
}
