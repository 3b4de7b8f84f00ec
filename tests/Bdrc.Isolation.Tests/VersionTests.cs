namespace Bdrc.Isolation.Tests;

/// <summary>Two versions or two copies of the module in one session, one process for each case.</summary>
public sealed class VersionTests
{
    private const string Use = "(Get-BdrcService -Context $context).ServiceStatus; "
        + "@(Get-BdrcResourceCategory)[0].ResourceMatcherObject.operator";
    private const string Connect = "$context = Connect-Bdrc -Sandbox; " + Use;
    private const string Loaded = "(Get-Module Bdrc).Version.ToString()";

    private static readonly string[] Working = ["OPENED", "AND"];

    public static TheoryData<string, string> TwoVersions() => new() { { "0.0.9", "0.1.1" }, { "0.1.1", "0.0.9" } };

    [Theory]
    [MemberData(nameof(TwoVersions))]
    public async Task Refuses_a_second_version_beside_the_first_and_the_first_stays_usable(string first, string second)
    {
        var lines = await ImportBothAsync(first, second, (_, refused) => Refused(refused));

        Assert.Equal([.. Working, Message(first, second), first, .. Working, .. Working], lines);
    }

    [Theory]
    [MemberData(nameof(TwoVersions))]
    public async Task Refuses_another_version_after_the_first_was_removed_and_imports_the_first_again(string first, string second)
    {
        var lines = await ImportBothAsync(first, second, (loaded, refused) => $$"""
            Remove-Module Bdrc
            {{Refused(refused)}}
            @(Get-Module Bdrc).Count
            Import-Module '{{loaded.Manifest}}'
            """);

        Assert.Equal([.. Working, Message(first, second), "0", first, .. Working, .. Working], lines);
    }

    [Fact]
    public async Task Refuses_a_second_version_in_another_runspace_of_the_process()
    {
        var lines = await ImportBothAsync("0.0.9", "0.1.1", (_, refused) => $$"""1 | ForEach-Object -Parallel { {{Refused(refused)}} }""");

        Assert.Equal([.. Working, Message("0.0.9", "0.1.1"), "0.0.9", .. Working, .. Working], lines);
    }

    [Fact]
    public async Task Imports_one_version_from_another_folder_after_the_first_was_removed()
    {
        var lines = await ImportBothAsync(null, null, (_, second) => $$"""
            Remove-Module Bdrc
            Import-Module '{{second.Manifest}}'
            {{Use}}
            Import-Module '{{second.Manifest}}' -Force
            $Error.Count
            """);

        Assert.Equal([.. Working, .. Working, "0", "0.1.0", .. Working, .. Working], lines);
    }

    [Fact]
    public async Task Refuses_the_same_version_of_another_folder_beside_the_first_which_stays_usable()
    {
        var folder = string.Empty;
        var lines = await ImportBothAsync(null, null, (first, second) =>
        {
            folder = first.Folder;
            return $$"""
                {{Refused(second)}}
                {{Refused(second)}}
                {{Use}}
                $Error.Clear()
                Import-Module '{{first.Manifest}}'
                Import-Module '{{first.Manifest}}' -Force
                $Error.Count
                """;
        });

        var refusal = "1 OtherFolderLoaded,Microsoft.PowerShell.Commands.ImportModuleCommand: "
            + $"Bdrc 0.1.0 is loaded from '{folder}': import it from there, or run Remove-Module Bdrc first.";
        Assert.Equal([.. Working, refusal, refusal, .. Working, "0", "0.1.0", .. Working, .. Working], lines);
    }

    [Fact]
    public async Task Imports_one_version_from_two_folders_in_two_runspaces()
    {
        var lines = await ImportBothAsync(null, null, (_, second) =>
            $$"""1 | ForEach-Object -Parallel { Import-Module '{{second.Manifest}}'; {{Connect}}; $Error.Count }""");

        Assert.Equal([.. Working, .. Working, "0", "0.1.0", .. Working, .. Working], lines);
    }

    [Theory]
    [InlineData("a [b] c")]
    [InlineData("a]b")]
    [InlineData("[a-z]")]
    [InlineData("a'b`c")]
    public async Task Works_from_a_folder_with_special_characters(string folder)
    {
        using var copy = new ModuleCopy(version: null, folder);

        var lines = await CaseProcess.RunAsync($$"""
            Import-Module ([WildcardPattern]::Escape('{{copy.Manifest.Replace("'", "''", StringComparison.Ordinal)}}'))
            {{Connect}}
            """);

        Assert.Equal(Working, lines);
    }

    // Uses the first copy before and after the second is imported. A copy without a version is that of the build.
    private static async Task<string[]> ImportBothAsync(string? first, string? second, Func<ModuleCopy, ModuleCopy, string> import)
    {
        using var loaded = new ModuleCopy(first);
        using var other = new ModuleCopy(second);

        return await CaseProcess.RunAsync($$"""
            Import-Module '{{loaded.Manifest}}'
            {{Connect}}
            {{import(loaded, other)}}
            {{Loaded}}
            {{Use}}
            {{Connect}}
            """);
    }

    // What the user sees: the id, the complete message, and no second error.
    private static string Refused(ModuleCopy copy) => $$"""
        $Error.Clear()
        try { Import-Module '{{copy.Manifest}}' -ErrorAction Stop; 'imported' }
        catch { "$($Error.Count) $($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
        """;

    private static string Message(string loaded, string refused) =>
        "1 OtherVersionLoaded,Microsoft.PowerShell.Commands.ImportModuleCommand: "
        + $"Bdrc {loaded} is loaded in this session and cannot be unloaded: start a new session to use Bdrc {refused}.";
}
