using System.Xml.Linq;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Views;

/// <summary>The table of every type, as the console shows it. BDRC_UPDATE_GOLDEN=1 rewrites the files.</summary>
public sealed class ViewTests
{
    public static TheoryData<string> Types => [.. TableObjects.All.Keys];

    [Fact]
    public void Has_an_object_for_every_view()
    {
        var views = NamesIn("Bdrc.format.ps1xml", "TypeName")
            .Where(name => !name.StartsWith("Deserialized.", StringComparison.Ordinal))
            .Select(name => name.Replace("Bdrc.", string.Empty, StringComparison.Ordinal));

        Assert.Equal(views.Order(StringComparer.Ordinal), TableObjects.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_every_type_for_deserialized_selections()
    {
        var selected = NamesIn("Bdrc.deserialized.types.ps1xml", "Name").ToList();

        Assert.All(TableObjects.All.Keys, type => Assert.Contains("Deserialized.Selected.Bdrc." + type, selected));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Shows_the_table(string type)
    {
        var tables = new List<string>();
        foreach (var width in new[] { 80, 120, 200 })
        {
            var table = TableRenderer.Render(TableObjects.All[type], width);
            Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, width));
            tables.Add($"{width} columns:\n{table}");
        }

        Golden.Check($"tests/Bdrc.Module.Tests/Views/Golden/{type}.txt", string.Join('\n', tables));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Shows_the_same_table_for_a_deserialized_object(string type) => Assert.Equal(
        TableRenderer.Render(TableObjects.All[type], width: 120),
        TableRenderer.Render(Clixml.Of(TableObjects.All[type]), width: 120));

    [Theory]
    [MemberData(nameof(Types))]
    public void Shows_times_and_the_id_whole_or_not_at_all(string type)
    {
        foreach (var width in new[] { 60, 80, 120, 200 })
        {
            var row = TableRenderer.Render(TableObjects.All[type], width).Split('\n')[2];

            Assert.DoesNotContain('…', row.Split(' ')[0]);
            Assert.Equal(
                row.Split("2026-1", StringSplitOptions.None).Length - 1,
                row.Split("2026-11-24 08:30:00", StringSplitOptions.None).Length - 1);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Keeps_each_header_on_one_line_in_a_narrow_window(string type)
    {
        var lines = TableRenderer.Render(TableObjects.All[type], width: 80).Split('\n');

        Assert.StartsWith("---", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    private static IEnumerable<string> NamesIn(string file, string element) => XDocument
        .Load(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, file))
        .Descendants(element)
        .Select(name => name.Value);
}
