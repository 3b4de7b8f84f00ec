using Bdrc.Core.Credentials.Platform;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>What is read of real files.</summary>
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
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        File.WriteAllText(Secret, "{}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Secret, (UnixFileMode)Convert.ToInt32(mode, 8));

        var reach = _files.Reach(Secret);

        Assert.Equal(mode, reach.ModeText);
        Assert.Equal(isOpen, reach.IsOpen);
        Assert.Equal(isWritable, reach.IsWritable);
    }

    [Fact]
    public void Tells_the_users_own_file_and_folder_from_those_of_the_administrator()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only there the owner is read.");
        File.WriteAllText(Secret, "{}");

        Assert.Equal(FileOwner.User, _files.Reach(Secret).Owner);
        Assert.Equal(FileOwner.User, _files.Reach(_folder.FullName).Owner);
        Assert.Equal(Environment.IsPrivilegedProcess ? FileOwner.User : FileOwner.Root, _files.Reach("/").Owner);
    }

    [Fact]
    public void Tells_a_file_of_another_user()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only the administrator of Linux may give a file away.");
        File.WriteAllText(Secret, "{}");
        using var give = System.Diagnostics.Process.Start("chown", ["12345", Secret]);
        give.WaitForExit();

        Assert.Equal(FileOwner.Other, _files.Reach(Secret).Owner);
    }

    [Fact]
    public void Finds_who_may_read_and_change_a_file_of_Windows()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Only Windows has access lists.");
        File.WriteAllText(Secret, "{}");
        using (var close = System.Diagnostics.Process.Start("icacls", [Secret, "/inheritance:r", "/grant:r", Environment.UserName + ":F"]))
            close.WaitForExit();
        Assert.Null(_files.Reach(Secret).Readers);

        using (var open = System.Diagnostics.Process.Start("icacls", [Secret, "/grant", "*S-1-1-0:M"]))
            open.WaitForExit();

        Assert.Equal("Everyone", _files.Reach(Secret).Readers);
        Assert.Equal("Everyone", _files.Reach(Secret).Writers);
    }
}
