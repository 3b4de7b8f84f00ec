namespace Bdrc.Isolation.Tests;

/// <summary>A session writes no file: a secret in a file would outlive the session.</summary>
public sealed class TemporaryFileTests
{
    // Files of the runtime, through which debuggers and dotnet-trace find the process.
    private static readonly string[] RuntimeFiles = ["clr-debug-pipe-", "dotnet-diagnostic-", ".dotnet", "CoreFxPipe_"];

    [Fact]
    public async Task Writes_no_file_when_it_connects_calls_waits_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("bdrc-temporary-");
        try
        {
            var lines = await CaseProcess.RunAsync(
                $$"""
                Import-Module '{{StagedModule.Manifest}}'
                $null = Connect-Bdrc -Sandbox -TaskDuration 0
                "tasks $((Update-BdrcResource | Wait-BdrcTask).TaskStatus) $(@(Get-BdrcTask).Count -gt 0)"
                $key = @{ AccessKeyId = 'LTAI5tExampleKeyId'; AccessKeySecret = 'planted-secret'; SecurityToken = 'planted-token' }
                $other = New-BdrcContext cn-shanghai -Endpoint http://127.0.0.1:9 @key -MaxRetry 0
                $null = Get-BdrcTask t-1 -Context $other -ErrorAction SilentlyContinue
                [System.IO.Directory]::GetFileSystemEntries([System.IO.Path]::GetTempPath(), '*', 'AllDirectories')
                """,
                folder.FullName);

            Assert.Equal("tasks COMPLETE True", lines[0]);
            Assert.DoesNotContain(lines[1..], line => !IsRuntimeFile(Path.GetFileName(line)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsRuntimeFile(string name) =>
        Array.Exists(RuntimeFiles, known => name.StartsWith(known, StringComparison.Ordinal));
}
