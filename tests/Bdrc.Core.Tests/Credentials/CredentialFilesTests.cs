using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Reads the permissions and owners of real files.</summary>
public sealed class CredentialFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bdrc-files-");
    private readonly CredentialFiles _files = new();

    private string Secret => Path.Combine(_folder.FullName, "config.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("600", false, false)]
    [InlineData("644", true, false)]
    [InlineData("660", true, true)]
    [InlineData("602", true, true)]
    public void Reads_the_mode_of_a_file(string mode, bool isOpen, bool isWritable)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        File.WriteAllText(Secret, "{}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Secret, (UnixFileMode)Convert.ToInt32(mode, 8));

        var access = _files.AccessOf(Secret);

        Assert.Equal(mode, access.ModeText);
        Assert.Equal(isOpen, access.IsOpen);
        Assert.Equal(isWritable, access.IsWritable);
    }

    [Fact]
    public void Reports_whether_the_user_or_the_administrator_owns_a_file_or_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The owner is read on Linux and macOS only.");
        File.WriteAllText(Secret, "{}");

        Assert.Equal(FileOwner.User, _files.AccessOf(Secret).Owner);
        Assert.Equal(FileOwner.User, _files.AccessOf(_folder.FullName).Owner);
        Assert.Equal(Environment.IsPrivilegedProcess ? FileOwner.User : FileOwner.Root, _files.AccessOf("/").Owner);
    }

    [Fact]
    public void Reports_a_file_of_another_user()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can change the owner of a file on Linux.");
        File.WriteAllText(Secret, "{}");
        using var changeOwner = System.Diagnostics.Process.Start("chown", ["12345", Secret]);
        changeOwner.WaitForExit();

        Assert.Equal(FileOwner.Other, _files.AccessOf(Secret).Owner);
    }

    [Fact]
    public void Reports_the_groups_that_can_read_and_change_a_Windows_file()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Only Windows has access lists.");
        File.WriteAllText(Secret, "{}");
        string[] onlyTheUser = [Secret, "/inheritance:r", "/grant:r", Environment.UserName + ":F"];
        using (var restrict = System.Diagnostics.Process.Start("icacls", onlyTheUser))
            restrict.WaitForExit();
        Assert.Null(_files.AccessOf(Secret).Readers);

        using (var grant = System.Diagnostics.Process.Start("icacls", [Secret, "/grant", "*S-1-1-0:M"]))
            grant.WaitForExit();

        Assert.Equal("Everyone", _files.AccessOf(Secret).Readers);
        Assert.Equal("Everyone", _files.AccessOf(Secret).Writers);
    }
}
