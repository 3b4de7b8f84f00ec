namespace Bdrc.Isolation.Tests;

/// <summary>The module together with other modules and versions, one process for each case.</summary>
public sealed class SessionTests
{
    private const string Call = "(Get-BdrcService -Context $context).ServiceStatus";
    private const string Connect = "$context = Connect-Bdrc -Sandbox; " + Call;

    private static readonly string Import = $"Import-Module '{StagedModule.Manifest}'";

    // The test project's own copies, of version 10, represent those of another module.
    private static readonly string LoadExtensions = $$"""
        foreach ($file in [System.IO.Directory]::GetFiles('{{AppContext.BaseDirectory}}', 'Microsoft.Extensions.*.dll')) {
            $null = [System.Reflection.Assembly]::LoadFrom($file)
        }
        """;

    private static readonly string LoadJson =
        $"$null = [System.Runtime.Loader.AssemblyLoadContext]::new('Other').LoadFromAssemblyPath('{StagedModule.OtherJson}')";

    private static readonly string Versions = """
        [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName() } |
            Where-Object Name -eq 'Microsoft.Extensions.Http' | ForEach-Object { "$($_.Version.Major)" }
        """;

    private static readonly string DefaultVersion =
        "[Microsoft.Extensions.DependencyInjection.ServiceCollection].Assembly.GetName().Version.Major";

    public static TheoryData<string, string> OtherVersions() => new()
    {
        { "extensions", LoadExtensions },
        { "json", LoadJson },
    };

    [Theory]
    [MemberData(nameof(OtherVersions))]
    public async Task Works_when_another_version_is_loaded_first(string what, string load) =>
        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"# {what}\n{load}\n{Import}\n{Connect}"));

    [Theory]
    [MemberData(nameof(OtherVersions))]
    public async Task Works_when_another_version_is_loaded_between_import_and_first_call(string what, string load) =>
        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"# {what}\n{Import}\n{load}\n{Connect}"));

    [Theory]
    [MemberData(nameof(OtherVersions))]
    public async Task Works_when_another_version_is_loaded_after_the_first_call(string what, string load) =>
        Assert.Equal(["OPENED", "OPENED"], await CaseProcess.RunAsync($"# {what}\n{Import}\n{Connect}\n{load}\n{Call}"));

    [Fact]
    public async Task Leaves_the_other_version_in_the_default_context()
    {
        var lines = await CaseProcess.RunAsync($"{LoadExtensions}\n{Import}\n{Connect}\n{Versions}\n{DefaultVersion}");

        Assert.Equal("OPENED", lines[0]);
        Assert.Equal(["10", "8"], lines[1..^1].Order(StringComparer.Ordinal));
        Assert.Equal("10", lines[^1]);
    }

    [Fact]
    public async Task Keeps_contexts_and_commands_after_a_forced_import() =>
        Assert.Equal(
            ["OPENED", "OPENED", "OPENED"],
            await CaseProcess.RunAsync($"{Import}\n{Connect}\n{Import} -Force\n{Call}\n{Import} -Force\n(Get-BdrcService).ServiceStatus"));

    [Fact]
    public async Task Works_after_it_was_removed_and_imported_again() =>
        Assert.Equal(
            ["OPENED", "0", "OPENED", "OPENED"],
            await CaseProcess.RunAsync($$"""
                {{Import}}
                {{Connect}}
                Remove-Module Bdrc
                @(Get-Command Get-BdrcService -ErrorAction Ignore).Count
                {{Import}}
                {{Call}}
                {{Connect}}
                """));

    [Fact]
    public async Task Needs_no_write_permission_for_its_folder()
    {
        using var copy = new ModuleCopy();
        copy.MakeReadOnly();
        var before = copy.Listing();

        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"Import-Module '{copy.Manifest}'\n{Connect}"));

        Assert.Equal(before, copy.Listing());
    }
}
