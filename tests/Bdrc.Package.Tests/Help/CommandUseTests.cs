using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Bdrc.Module.Tests.Help;

namespace Bdrc.Package.Tests.Help;

public sealed class CommandUseTests(CommandUseTests.ModuleCommands module) : IClassFixture<CommandUseTests.ModuleCommands>
{
    public static TheoryData<string> Topics() => AboutTopicTests.EnvironmentTopics();

    [Theory]
    [MemberData(nameof(Topics))]
    public void Each_command_of_a_snippet_has_a_form_with_the_parameters_it_is_given(string path)
    {
        Assert.SkipUnless(module.FindsCredentials, "The topics describe commands that find credentials in every environment.");
        var topic = new AboutTopic(path);

        Assert.All(
            topic.Snippets("PowerShell").Concat(topic.PipelineScripts()).SelectMany(CommandUse.In),
            use => Assert.True(module.Accepts(use), $"No form of the command accepts: {use}"));
    }

    [Theory]
    [InlineData("Connect-Bdrc cn-shanghai -Sandbox -Resources 3", true)]
    [InlineData("$p = @{ Sandbox = $true; Resources = 3 }; Connect-Bdrc @p", true)]
    [InlineData("Connect-Bdrc -Sandbox -Endpoint localhost", false)]
    [InlineData("$p = @{ Endpoint = 'localhost' }; Connect-Bdrc -Sandbox @p", false)]
    [InlineData("Get-BdrcTask -Color blue", false)]
    public void A_use_that_no_form_has_is_found(string snippet, bool isTaken) =>
        Assert.Equal(isTaken, module.Accepts(Assert.Single(CommandUse.In(snippet))));

    /// <summary>The commands that the engine imports.</summary>
    public sealed class ModuleCommands : IDisposable
    {
        // The dynamic parameters of a command are read in its runspace.
        private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        private readonly Dictionary<string, CmdletInfo> _commands;

        public ModuleCommands()
        {
            _runspace.Open();
            using var shell = PowerShell.Create(_runspace);
            var output = shell.AddScript($"Import-Module '{BuildPaths.Manifest}'; Get-Command -Module Bdrc").Invoke();
            _commands = output.Select(static command => (CmdletInfo)command.BaseObject)
                .ToDictionary(static command => command.Name, StringComparer.OrdinalIgnoreCase);
            FindsCredentials = _commands["Connect-Bdrc"].Parameters.ContainsKey("GitHubActions");
        }

        public bool FindsCredentials { get; }

        public void Dispose() => _runspace.Dispose();

        internal bool Accepts(CommandUse use) =>
            CommandForm.Of(_commands[use.Command]).Any(form => use.Parameters.All(name => Has(form, name)));

        private static bool Has(CommandForm form, string name) =>
            form.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)
                || parameter.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
