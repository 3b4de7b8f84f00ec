namespace Bdrc.Isolation.Tests;

/// <summary>The module among what else may be in a session, one process for each case.</summary>
public sealed class SessionTests
{
    private const string Call = "(Get-BdrcService -Context $context).ServiceStatus";
    private const string Connect = "$context = Connect-Bdrc -Sandbox; " + Call;

    private static readonly string Import = $"Import-Module '{StagedModule.Manifest}'";

    // The test project's own copies, of version 10, stand for another module's.
    private static readonly string LoadExtensions = $$"""
        foreach ($file in [System.IO.Directory]::GetFiles('{{AppContext.BaseDirectory}}', 'Microsoft.Extensions.*.dll')) { $null = [System.Reflection.Assembly]::LoadFrom($file) }
        """;

    private static readonly string LoadJson =
        $"$null = [System.Runtime.Loader.AssemblyLoadContext]::new('Other').LoadFromAssemblyPath('{StagedModule.OtherJson}')";

    private static readonly string Versions = """
        [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName() } | Where-Object Name -eq 'Microsoft.Extensions.Http' | ForEach-Object { "$($_.Version.Major)" }
        """;

    public static TheoryData<string, string> Others() => new()
    {
        { "extensions", LoadExtensions },
        { "json", LoadJson },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Works_where_another_version_came_before(string what, string load) =>
        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"# {what}\n{load}\n{Import}\n{Connect}"));

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Works_where_another_version_comes_between_import_and_first_call(string what, string load) =>
        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"# {what}\n{Import}\n{load}\n{Connect}"));

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Works_on_where_another_version_comes_later(string what, string load) =>
        Assert.Equal(["OPENED", "OPENED"], await CaseProcess.RunAsync($"# {what}\n{Import}\n{Connect}\n{load}\n{Call}"));

    [Fact]
    public async Task Leaves_the_other_version_to_the_others()
    {
        var lines = await CaseProcess.RunAsync($"{LoadExtensions}\n{Import}\n{Connect}\n{Versions}\n[Microsoft.Extensions.DependencyInjection.ServiceCollection].Assembly.GetName().Version.Major");

        Assert.Equal("OPENED", lines[0]);
        Assert.Equal(["10", "8"], lines[1..^1].Order(StringComparer.Ordinal));
        Assert.Equal("10", lines[^1]);
    }

    [Fact]
    public async Task Keeps_contexts_and_commands_over_a_forced_import() =>
        Assert.Equal(
            ["OPENED", "OPENED", "OPENED"],
            await CaseProcess.RunAsync($"{Import}\n{Connect}\n{Import} -Force\n{Call}\n{Import} -Force\n(Get-BdrcService).ServiceStatus"));

    [Fact]
    public async Task Comes_back_after_it_was_removed() =>
        Assert.Equal(
            ["OPENED", "0", "OPENED", "OPENED"],
            await CaseProcess.RunAsync($"{Import}\n{Connect}\nRemove-Module Bdrc\n@(Get-Command Get-BdrcService -ErrorAction Ignore).Count\n{Import}\n{Call}\n{Connect}"));

    [Fact]
    public async Task Another_version_takes_its_place_once_it_is_removed()
    {
        using var older = new ModuleCopy("0.0.9");
        using var newer = new ModuleCopy("0.1.1");

        var lines = await CaseProcess.RunAsync($$"""
            Import-Module '{{older.Manifest}}'
            {{Connect}}
            Remove-Module Bdrc
            Import-Module '{{newer.Manifest}}'
            {{Call}}
            {{Connect}}
            (Get-Module Bdrc).Version.ToString()
            """);

        Assert.Equal(["OPENED", "OPENED", "OPENED", "0.1.1"], lines);
    }

    // The engine refuses to define an object's view property twice, so the second import is an error; no command is lost by it.
    [Fact]
    public async Task Two_versions_at_once_cost_an_error_but_no_command()
    {
        using var older = new ModuleCopy("0.0.9");
        using var newer = new ModuleCopy("0.1.1");

        var lines = await CaseProcess.RunAsync($$"""
            Import-Module '{{older.Manifest}}'
            {{Connect}}
            try { Import-Module '{{newer.Manifest}}' } catch { 'refused' }
            {{Call}}
            {{Connect}}
            """);

        Assert.Equal(["OPENED", "refused", "OPENED", "OPENED"], lines);
    }

    [Fact]
    public async Task Needs_no_right_to_write_into_its_folder()
    {
        using var copy = new ModuleCopy();
        copy.MakeReadOnly();
        var before = copy.Listing();

        Assert.Equal(["OPENED"], await CaseProcess.RunAsync($"Import-Module '{copy.Manifest}'\n{Connect}"));

        Assert.Equal(before, copy.Listing());
    }
}
