namespace Bdrc.Package.Tests.Supply;

public sealed class SupplyTests
{
    [Fact]
    public void The_package_list_has_every_shipped_package_with_its_version_and_no_other()
    {
        var document = File.ReadAllLines(Path.Combine(Place.Repository, "docs/packages.md"));
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
    public void Every_shipped_package_brings_a_licence() =>
        Assert.All(ShippedPackage.All(), package => Assert.NotEmpty(package.LicenceFiles()));

    [Fact]
    public void The_module_carries_the_licences_of_all_its_packages()
    {
        const string Name = "THIRD-PARTY-NOTICES.txt";
        var expected = ThirdPartyNotices.Compose(ShippedPackage.All());
        var made = Path.Combine(AppContext.BaseDirectory, Name);
        File.WriteAllText(made, expected);

        var shipped = File.ReadAllText(Path.Combine(Place.Module, Name)).ReplaceLineEndings("\n");

        Assert.True(shipped == expected, $"The packages or their licences changed. Copy {made} to src/Bdrc/ThirdPartyNotices/ and read what changed.");
    }
}
