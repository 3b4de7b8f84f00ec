using System.Management.Automation.Language;
using System.Xml.Linq;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Help;

public sealed class HelpFileTests
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Describes_every_command_and_parameter(string language)
    {
        using var engine = new Engine();
        var helps = Load(language);

        foreach (var command in ExportedCommands.Of(engine))
        {
            var help = helps[command.Name];
            Assert.False(string.IsNullOrWhiteSpace(help.Element(Command + "details")!.Element(Maml + "description")!.Value), command.Name);
            var described = help.Element(Command + "parameters")!.Elements()
                .Where(parameter => !string.IsNullOrWhiteSpace(parameter.Element(Maml + "description")!.Value))
                .Select(parameter => parameter.Element(Maml + "name")!.Value);
            Assert.Equal(
                command.Parameters.Keys.Where(SyntaxFile.IsOwn).Order(StringComparer.Ordinal),
                described.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void Examples_parse_and_use_parameters_that_exist(string language)
    {
        using var engine = new Engine();
        var commands = ExportedCommands.Of(engine).ToDictionary(command => command.Name, StringComparer.Ordinal);
        var codes = Load(language).Values.SelectMany(help => help.Descendants(Dev + "code")).Select(code => code.Value).ToList();

        Assert.True(codes.Count >= 2 * commands.Count);
        foreach (var code in codes)
        {
            var script = Parser.ParseInput(code, out _, out var mistakes);
            Assert.Empty(mistakes);
            foreach (var call in script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                if (!call.GetCommandName().Contains("-Bdrc", StringComparison.Ordinal))
                    continue;
                var known = commands[call.GetCommandName()].Parameters.Keys;
                Assert.All(call.CommandElements.OfType<CommandParameterAst>(), used => Assert.Contains(used.ParameterName, known));
            }
        }
    }

    [Fact]
    public void Get_Help_shows_synopsis_and_syntax()
    {
        using var engine = new Engine();

        foreach (var command in ExportedCommands.Of(engine))
        {
            // The synopsis must come from the file: without one, the engine uses the syntax as synopsis.
            var help = (string)engine.Run($"(Get-Help {command.Name}).Synopsis").Single().BaseObject;
            Assert.DoesNotContain(command.Name + " [", help, StringComparison.Ordinal);
            Assert.NotEmpty(engine.Run($"(Get-Help {command.Name} -Full).syntax.syntaxItem"));
        }
    }

    private static Dictionary<string, XElement> Load(string language) => XDocument
        .Load(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, language, "Bdrc.dll-Help.xml")).Root!
        .Elements(Command + "command")
        .ToDictionary(help => help.Element(Command + "details")!.Element(Command + "name")!.Value, StringComparer.Ordinal);
}
