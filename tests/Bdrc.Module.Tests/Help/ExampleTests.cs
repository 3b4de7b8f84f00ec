using System.Management.Automation.Language;
using System.Xml.Linq;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Module.Tests.Secrets;

namespace Bdrc.Module.Tests.Help;

/// <summary>The examples of the help, run on a sandbox. The Pester tests run them in a real shell.</summary>
[Collection(nameof(CredentialContextCollection))]
public sealed class ExampleTests
{
    // The engine's package has no Microsoft.PowerShell.Utility.
    private const string MissingCommands = """
        function Export-Csv { process { } }
        function Format-List { process { $_ } }
        function Group-Object { process { $_ } }
        function Measure-Object { process { $_ } }
        function Select-Object { @($input)[0] }
        function Sort-Object { process { $_ } }

        """;

    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly string Setup = File.ReadAllText(Path.Combine(Golden.Repository, "tests/Pester/ExampleSetup.txt"));

    [Fact]
    public void Every_command_has_three_examples_or_more() =>
        Assert.All(Load("en-US"), help => Assert.True(help.Value.Count >= 3, help.Key));

    [Fact]
    public void Both_languages_have_the_same_examples()
    {
        var chinese = Load("zh-CN");

        Assert.All(Load("en-US"), help => Assert.Equal(help.Value, chinese[help.Key]));
    }

    [Theory]
    [InlineData("-Any")]
    [InlineData("-FailFast")]
    [InlineData("-AsJob")]
    public void Wait_BdrcTask_has_an_example_of(string parameter) =>
        Assert.Contains(Load("en-US")["Wait-BdrcTask"], code => code.Contains(parameter, StringComparison.Ordinal));

    [Fact]
    public void Every_example_runs_on_the_sandbox()
    {
        using var engine = new Engine();
        engine.Run(MissingCommands + "$ConfirmPreference = 'None'; Connect-Bdrc -Sandbox | Out-Null");
        using var credentials = new CredentialContextOverride(
            name => name is "ALIBABA_CLOUD_ACCESS_KEY_ID" or "ALIBABA_CLOUD_ACCESS_KEY_SECRET" ? "LTAI5tExampleKey00001" : null,
            new Uri("http://127.0.0.1:9"));

        Assert.Multiple([.. Load("en-US").Values.SelectMany(codes => codes).Select(code => (Action)(() => Run(engine, code)))]);
    }

    private static void Run(Engine engine, string code)
    {
        engine.Run(Setup);
        Assert.Empty(engine.Errors);

        var output = engine.Run(code);

        Assert.True(engine.Errors.Count == 0, $"{code}: {string.Join(' ', engine.Errors)}");
        Assert.True(output.Count > 0 || !Reads(code), $"{code}: no output");
    }

    // The tasks of the sandbox end at once, so none is found by the status of a task that has not ended.
    private static bool Reads(string code)
    {
        var last = Parser.ParseInput(code, out _, out _).EndBlock.Statements[^1] as PipelineAst;
        return (last?.PipelineElements[^1] as CommandAst)?.GetCommandName()?.StartsWith("Get-Bdrc", StringComparison.Ordinal) == true
            && !code.Contains("-Status RUNNING", StringComparison.Ordinal);
    }

    private static Dictionary<string, List<string>> Load(string language) => XDocument
        .Load(Path.Combine(Path.GetDirectoryName(Engine.ModulePath)!, language, "Bdrc.dll-Help.xml")).Root!
        .Elements(Command + "command")
        .ToDictionary(
            help => help.Element(Command + "details")!.Element(Command + "name")!.Value,
            help => help.Descendants(Dev + "code").Select(code => code.Value).ToList(),
            StringComparer.Ordinal);
}
