namespace Bdrc.Package.Tests.Assemblies;

public sealed class Net8Tests
{
    private static readonly string Private = Path.Combine(BuildPaths.Module, "lib", "net8.0");

    public static TheoryData<string> PrivateFiles() =>
        [.. Directory.EnumerateFiles(Private, "*.dll").Select(path => Path.GetFileName(path))];

    // PowerShell 7.4 runs on .NET 8: an assembly that references a newer framework assembly cannot load there.
    [Theory]
    [MemberData(nameof(PrivateFiles))]
    public void References_nothing_newer_than_NET_8(string file)
    {
        using var assembly = new AssemblyFile(Path.Combine(Private, file));

        Assert.All(assembly.References(), reference => Assert.True(Fits(reference.Name, reference.Version), reference.ToString()));
    }

    private static bool Fits(string name, Version version)
    {
        foreach (var folder in (string[])[Private, BuildPaths.Module])
        {
            var path = Path.Combine(folder, name + ".dll");
            if (!File.Exists(path))
                continue;
            using var reference = new AssemblyFile(path);
            return reference.Version >= version;
        }

        // Framework assemblies have the framework's version; netstandard and System.Private.* have their own.
        return version.Major <= 8 && File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
    }
}
