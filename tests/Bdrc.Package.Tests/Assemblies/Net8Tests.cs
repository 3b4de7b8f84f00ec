namespace Bdrc.Package.Tests.Assemblies;

public sealed class Net8Tests
{
    private static readonly string Private = Path.Combine(Place.Module, "lib", "net8.0");

    public static TheoryData<string> PrivateFiles() => [.. Directory.EnumerateFiles(Private, "*.dll").Select(path => Path.GetFileName(path))];

    // PowerShell 7.4 runs on .NET 8: what asks for a newer framework part cannot load there.
    [Theory]
    [MemberData(nameof(PrivateFiles))]
    public void Asks_for_nothing_newer_than_NET_8_has(string file)
    {
        using var assembly = new AssemblyFile(Path.Combine(Private, file));

        Assert.All(assembly.References(), reference => Assert.True(Fits(reference.Name, reference.Version), reference.ToString()));
    }

    private static bool Fits(string name, Version version)
    {
        foreach (var folder in (string[])[Private, Place.Module])
        {
            var path = Path.Combine(folder, name + ".dll");
            if (!File.Exists(path))
                continue;
            using var beside = new AssemblyFile(path);
            return beside.Version >= version;
        }

        // The framework's own parts carry its number; netstandard and System.Private.* theirs.
        return version.Major <= 8 && File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
    }
}
