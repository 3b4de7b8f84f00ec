using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Tests.Credentials;

public sealed class ProgramPathTests
{
    [Theory]
    [InlineData("/usr/local/bin:/usr/bin", "/usr/bin/tool|/usr/local/bin/tool", "/usr/local/bin/tool")]
    [InlineData("/opt/:/usr/bin", "/opt/tool", "/opt/tool")]
    [InlineData(":.:bin::/usr/bin", "./tool|tool|bin/tool|/usr/bin/tool", "/usr/bin/tool")]
    [InlineData("/usr/bin", "./tool|tool|/bin/tool", null)]
    [InlineData(null, "./tool|tool|/tool", null)]
    public void Finds_a_bare_name_in_the_folders_of_PATH_only(string? path, string files, string? expected) =>
        AssertFinds("tool", path, files, isWindows: false, expected);

    [Theory]
    [InlineData("tool", @"C:\Windows;D:\Tools", @".\tool.exe|tool.exe|D:\Tools\tool.exe", @"D:\Tools\tool.exe")]
    [InlineData("tool", @"C:\Windows", @".\tool.exe|tool.exe|tool", null)]
    [InlineData("tool", @";.;Tools;\Tools;C:;C:Tools", @"tool.exe|.\tool.exe|Tools\tool.exe|\Tools\tool.exe|C:\tool.exe", null)]
    [InlineData("tool", @"""C:\Program Files\T""", @"C:\Program Files\T\tool.com", @"C:\Program Files\T\tool.com")]
    [InlineData("tool", @"C:\T", @"C:\T\tool.bat|C:\T\tool.cmd", null)]
    [InlineData("tool.exe", @"\\server\share", @"\\server\share\tool.exe", @"\\server\share\tool.exe")]
    [InlineData("tool.exe", @"C:\T", @"C:\T\tool.exe.exe", null)]
    public void Finds_a_bare_name_on_Windows_never_in_the_current_folder(string name, string path, string files, string? expected) =>
        AssertFinds(name, path, files, isWindows: true, expected);

    [Theory]
    [InlineData("/opt/tool", false)]
    [InlineData("./tool", false)]
    [InlineData("bin/tool", false)]
    [InlineData(@"C:\T\tool.exe", true)]
    [InlineData(@".\tool", true)]
    [InlineData("./tool", true)]
    public void Returns_a_name_with_a_folder_unchanged(string name, bool isWindows) =>
        Assert.Equal(name, new ProgramPath("/usr/bin", isWindows, _ => false).Find(name));

    private static void AssertFinds(string name, string? path, string files, bool isWindows, string? expected)
    {
        var existing = files.Split('|').ToHashSet(StringComparer.Ordinal);
        var programs = new ProgramPath(path, isWindows, existing.Contains);

        if (expected is null)
            Assert.Throws<FileNotFoundException>(() => programs.Find(name));
        else
            Assert.Equal(expected, programs.Find(name));
    }
}
