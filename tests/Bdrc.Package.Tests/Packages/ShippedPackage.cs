using System.Text.Json;

namespace Bdrc.Package.Tests.Packages;

/// <summary>A package whose assembly is in the module, with the version of the lock files.</summary>
/// <param name="Id">Id of the package, and name of its assembly.</param>
/// <param name="Version">The restored version.</param>
internal sealed record ShippedPackage(string Id, string Version)
{
    /// <summary>Every third-party assembly of the module, in order.</summary>
    public static IReadOnlyList<ShippedPackage> All()
    {
        var locked = Locked();
        return [.. Directory.EnumerateFiles(Path.Combine(BuildPaths.Module, "lib"), "*.dll", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.StartsWith("Bdrc.", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new ShippedPackage(name, locked.GetValueOrDefault(name, "in no lock file")))];
    }

    /// <summary>The license files of the package.</summary>
    public IEnumerable<string> LicenseFiles() =>
        Directory.EnumerateFiles(FolderOf(this))
            .Where(path => Path.GetFileName(path).StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase)
                || Path.GetFileName(path).StartsWith("THIRD-PARTY-NOTICES", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    private static string FolderOf(ShippedPackage package) =>
#pragma warning disable CA1308 // The package cache names its folders in lower case.
        Path.Combine(BuildPaths.Packages, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
#pragma warning restore CA1308

    private static Dictionary<string, string> Locked()
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in (string[])["Bdrc.Core", "Bdrc.Sandbox"])
        {
            var path = Path.Combine(BuildPaths.Repository, "src", project, "packages.lock.json");
            using var file = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var framework in file.RootElement.GetProperty("dependencies").EnumerateObject())
            {
                foreach (var package in framework.Value.EnumerateObject())
                {
                    if (package.Value.TryGetProperty("resolved", out var version))
                        versions[package.Name] = version.GetString()!;
                }
            }
        }

        return versions;
    }
}
