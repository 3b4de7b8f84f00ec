using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Bdrc.Package.Tests.Help;

public sealed class CommandUseTests(CommandUseTests.ModuleCommands module) : IClassFixture<CommandUseTests.ModuleCommands>
{
    public static TheoryData<string> Topics() => AboutTopicTests.EnvironmentTopics();

    [Theory]
    [MemberData(nameof(Topics))]
    public void Each_command_of_a_snippet_has_a_parameter_set_with_its_parameters(string path)
    {
        Assert.SkipUnless(module.FindsCredentials, "The topics describe commands that find credentials in every environment.");
        var topic = new AboutTopic(path);

        Assert.All(
            topic.Snippets("PowerShell").Concat(topic.PipelineScripts()).SelectMany(CommandUse.In),
            use => Assert.True(module.Accepts(use), $"No parameter set accepts: {use}"));
    }

    [Theory]
    [InlineData("Connect-Bdrc cn-shanghai -Sandbox -Resources 3", true)]
    [InlineData("$p = @{ Sandbox = $true; Resources = 3 }; Connect-Bdrc @p", true)]
    [InlineData("Connect-Bdrc -Sandbox -Endpoint localhost", false)]
    [InlineData("$p = @{ Endpoint = 'localhost' }; Connect-Bdrc -Sandbox @p", false)]
    [InlineData("Get-BdrcTask -Colour blue", false)]
    public void Detects_a_command_that_no_parameter_set_accepts(string snippet, bool isAccepted) =>
        Assert.Equal(isAccepted, module.Accepts(Assert.Single(CommandUse.In(snippet))));

    /// <summary>The commands that the engine imports.</summary>
    public sealed class ModuleCommands
    {
        private readonly Dictionary<string, CmdletInfo> _commands;

        public ModuleCommands()
        {
            using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            runspace.Open();
            using var shell = PowerShell.Create(runspace);
            var output = shell.AddScript($"Import-Module '{BuildPaths.Manifest}' -PassThru").Invoke();
            var module = (PSModuleInfo)Assert.Single(output).BaseObject;
            _commands = new Dictionary<string, CmdletInfo>(module.ExportedCmdlets, StringComparer.OrdinalIgnoreCase);
            FindsCredentials = _commands["Connect-Bdrc"].ParameterSets.Any(set => Has(set, "GitHubActions"));
        }

        public bool FindsCredentials { get; }

        internal bool Accepts(CommandUse use) =>
            _commands[use.Command].ParameterSets.Any(set => use.Parameters.All(name => Has(set, name)));

        private static bool Has(CommandParameterSetInfo set, string name) =>
            set.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)
                || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
