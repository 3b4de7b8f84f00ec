namespace Bdrc.Isolation.Tests;

/// <summary>Nothing of a session is put on the disk: a secret in a file outlives the session.</summary>
public sealed class TemporaryFileTests
{
    // The runtime's own: where debuggers and dotnet-trace find the process.
    private static readonly string[] OfTheRuntime = ["clr-debug-pipe-", "dotnet-diagnostic-", ".dotnet", "CoreFxPipe_"];

    [Fact]
    public async Task Writes_no_file_while_it_connects_calls_waits_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("bdrc-temporary-");
        try
        {
            var lines = await CaseProcess.RunAsync(
                $$"""
                Import-Module '{{StagedModule.Manifest}}'
                $null = Connect-Bdrc -Sandbox -TaskDuration 0
                "tasks $((Update-BdrcResource | Wait-BdrcTask).TaskStatus) $(@(Get-BdrcTask).Count -gt 0)"
                $other = New-BdrcContext cn-shanghai -Endpoint http://127.0.0.1:9 -AccessKeyId LTAI5tExampleKeyId -AccessKeySecret planted-secret -SecurityToken planted-token -MaxRetry 0
                $null = Get-BdrcTask t-1 -Context $other -ErrorAction SilentlyContinue
                [System.IO.Directory]::GetFileSystemEntries([System.IO.Path]::GetTempPath(), '*', 'AllDirectories')
                """,
                folder.FullName);

            Assert.Equal("tasks COMPLETE True", lines[0]);
            Assert.DoesNotContain(lines[1..], line => !Array.Exists(OfTheRuntime, known => Path.GetFileName(line).StartsWith(known, StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
