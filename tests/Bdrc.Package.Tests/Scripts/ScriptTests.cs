namespace Bdrc.Package.Tests.Scripts;

public sealed class ScriptTests
{
    private static readonly string[] Generated = ["bin", "obj", "out", ".git", "TestResults"];

    public static TheoryData<string> Scripts()
    {
        var scripts = new TheoryData<string>();
        foreach (var path in Find(BuildPaths.Repository))
            scripts.Add(Path.GetRelativePath(BuildPaths.Repository, path));
        return scripts;
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Windows_PowerShell_can_parse_every_script(string path) =>
        Assert.Empty(WindowsPowerShellSyntax.Errors(Path.Combine(BuildPaths.Repository, path)));

    [Fact]
    public void Includes_the_manifest_and_the_build_script()
    {
        var names = Scripts().Select(row => row.Data).ToList();

        Assert.Contains("Bdrc.psd1", names);
        Assert.Contains("build.ps1", names);
    }

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("a && b")]
    [InlineData("a || b")]
    [InlineData("a &")]
    [InlineData("function f { process { 1 } clean { 2 } }")]
    [InlineData("[Array]::Empty[int]()")]
    [InlineData("100u")]
    [InlineData("100uy")]
    [InlineData("7n")]
    [InlineData("0b101")]
    [InlineData("\"`e[0m\"")]
    [InlineData("\"`u{2713}\"")]
    [InlineData("[NoRunspaceAffinity()] class C { }")]
    [InlineData("if (")]
    public void Reports_newer_syntax(string script) =>
        Assert.NotEmpty(WindowsPowerShellSyntax.ErrorsInText(script));

    [Theory]
    [InlineData("using namespace System.Text\nclass C { [int] $N = 0x1F; static [string] M() { return \"a`n`$b ``e\" } }")]
    [InlineData("1kb; 1L; 1.5d; 0xffu8 2>$null")]
    [InlineData("Get-Item . | ForEach-Object Name | Where-Object { $_ -like '*u{}*' }")]
    public void Does_not_report_older_syntax(string script) =>
        Assert.Empty(WindowsPowerShellSyntax.ErrorsInText(script));

    private static IEnumerable<string> Find(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (Path.GetExtension(file) is ".ps1" or ".psd1" or ".psm1")
                yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Generated.Contains(Path.GetFileName(child), StringComparer.Ordinal))
                continue;
            foreach (var file in Find(child))
                yield return file;
        }
    }
}
