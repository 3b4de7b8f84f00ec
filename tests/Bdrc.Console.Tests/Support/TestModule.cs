namespace Bdrc.Console.Tests.Support;

/// <summary>A small script module, for tests of the host that do not depend on Bdrc.</summary>
public sealed class TestModule : IDisposable
{
    private const string Functions = """
        function Get-Thing
        {
            [CmdletBinding()] param([Parameter(Mandatory)] [string[]] $Id)
            foreach ($one in $Id) { [pscustomobject]@{ Id = $one; Name = "name of $one" } }
        }
        function Remove-Thing
        {
            [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param($Id)
            if ($PSCmdlet.ShouldProcess($Id)) { "removed $Id" }
        }
        function Write-Everything
        {
            [CmdletBinding()] param()
            $PSCmdlet.WriteWarning('a warning')
            $PSCmdlet.WriteVerbose('a verbose text')
            $PSCmdlet.WriteInformation('an information', @('tag'))
            $progress = [System.Management.Automation.ProgressRecord]::new(1, 'Working', 'half done')
            $progress.PercentComplete = 50
            $PSCmdlet.WriteProgress($progress)
            'an object'
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bdrc-console-");

    public TestModule()
    {
        Path = Write("Test.psd1", """
            @{
                RootModule = 'Test.psm1'
                ModuleVersion = '1.0'
                FunctionsToExport = 'Get-Thing', 'Remove-Thing', 'Write-Everything'
            }
            """);
        Write("Test.psm1", Functions);
    }

    public string Path { get; }

    /// <summary>Writes a file beside the module.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
