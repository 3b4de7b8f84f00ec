namespace Bdrc.Package.Tests.Packages;

public sealed class PackageListTests
{
    [Fact]
    public void The_package_list_has_every_shipped_package_with_its_version_and_no_other()
    {
        var document = File.ReadAllLines(Path.Combine(BuildPaths.Repository, "docs/packages.md"));
        var listed = document
            .SkipWhile(line => !line.StartsWith("## Packages", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Skip(1)
            .Select(cells => new ShippedPackage(cells[1], cells[2]))
            .OrderBy(package => package.Id, StringComparer.Ordinal);

        Assert.Equal(ShippedPackage.All(), listed);
    }

    [Fact]
    public void Every_shipped_package_has_a_license() =>
        Assert.All(ShippedPackage.All(), package => Assert.NotEmpty(package.LicenseFiles()));

    [Fact]
    public void The_module_contains_the_licenses_of_all_its_packages()
    {
        const string Name = "THIRD-PARTY-NOTICES.txt";
        var expected = ThirdPartyNotices.Compose(ShippedPackage.All());
        var generated = Path.Combine(AppContext.BaseDirectory, Name);
        File.WriteAllText(generated, expected);

        var shipped = File.ReadAllText(Path.Combine(BuildPaths.Module, Name)).ReplaceLineEndings("\n");

        Assert.True(
            shipped == expected,
            $"The packages or their licenses changed. Copy {generated} to src/Bdrc/ThirdPartyNotices/ and review the difference.");
    }
}
