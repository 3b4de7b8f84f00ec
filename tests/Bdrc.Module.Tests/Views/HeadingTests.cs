using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Xml.Linq;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Views;

/// <summary>What a table shows under a heading is the value of the property with that name.</summary>
public sealed class HeadingTests
{
    private static readonly XElement[] Views =
    [
        .. XDocument.Load(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, "Bdrc.format.ps1xml")).Descendants("View"),
    ];

    public static TheoryData<string> Types => [.. TableObjects.All.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Shows_under_each_heading_the_property_of_that_name(string type) => AssertHeadings(type, TableObjects.All[type]);

    [Theory]
    [MemberData(nameof(Types))]
    public void Shows_under_each_heading_the_property_of_a_deserialized_object(string type) =>
        AssertHeadings(type, Clixml.Of(TableObjects.All[type]));

    [Fact]
    public void Lists_the_property_behind_each_heading()
    {
        var table = new StringBuilder("| type | heading | property |\n|---|---|---|\n");
        foreach (var type in TableObjects.All.Keys)
        {
            using var engine = CreateItem(TableObjects.All[type]);
            foreach (var heading in HeadingsOf(type))
            {
                var target = engine.Run($"$item.PSObject.Members['{heading}'].ReferencedMemberName")[0]?.ToString() ?? heading;
                table.Append(CultureInfo.InvariantCulture, $"| {type} | {heading} | {target} |\n");
            }
        }

        Golden.Check("docs/headings.md", $"# Headings of the tables\n\nA test writes this table. Each heading is a property.\n\n{table}");
    }

    private static void AssertHeadings(string type, string script)
    {
        using var engine = CreateItem(script);
        var lines = TableRenderer.Render(script, width: 200).Split('\n');

        foreach (var heading in HeadingsOf(type))
        {
            Assert.True(IsTrue(engine, $"$null -ne $item.PSObject.Properties['{heading}']"), $"{type} has no property {heading}.");
            engine.Run($"$value = $item.'{heading}'");
            var value = engine.Get("value");
            Assert.Contains(heading, lines[0], StringComparison.Ordinal);
            Assert.Contains(ShownText(value), lines[2], StringComparison.Ordinal);
            Assert.True(IsTrue(engine, $"@($item | Where-Object {heading} -EQ $item.'{heading}').Count -eq 1"), heading);
        }
    }

    private static IEnumerable<string> HeadingsOf(string type) => Views
        .Single(view => view.Element("Name")!.Value == type)
        .Descendants("Label").Select(label => label.Value);

    private static Engine CreateItem(string script)
    {
        var engine = new Engine();

        // The types of a script are resolved when it is compiled, so an earlier command must load the module's assemblies.
        engine.Run("$null = New-BdrcContext -Sandbox");
        engine.Run($"$item = {script}");
        return engine;
    }

    private static bool IsTrue(Engine engine, string condition) => Equals(engine.Run(condition)[0].BaseObject, true);

    private static string ShownText(object? value) => value switch
    {
        null => string.Empty,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };
}
