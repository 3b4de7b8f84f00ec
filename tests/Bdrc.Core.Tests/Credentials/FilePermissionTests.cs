using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Core.Tests.Credentials;

public sealed class FilePermissionTests : IDisposable
{
    private const string Folder = "/home/test/.aliyun";
    private const string File = Folder + "/config.json";

    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(File, 0x1A4, "(mode 644). Run: chmod 600 '" + File + "'")]
    [InlineData(File, 0x190, "(mode 620). Run: chmod 600 '" + File + "'")]
    [InlineData(Folder, 0x1ED, "(mode 755). Run: chmod 700 '" + Folder + "'")]
    [InlineData(Folder, 0x1C8, "(mode 710). Run: chmod 700 '" + Folder + "'")]
    public void Warns_once_of_what_others_may_open_and_tells_how_to_close_it(string place, int mode, string said)
    {
        Unix();
        _machine.Reaches[place] = new FileAccessInfo { Mode = mode, Owner = FileOwner.User };

        Warn();
        Warn();

        var warning = Assert.Single(_machine.Diagnostics);
        Assert.Equal(BdrcDiagnosticLevel.Warning, warning.Level);
        Assert.EndsWith(said, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_of_a_folder_that_the_user_could_not_close()
    {
        Unix();
        _machine.Reaches[Folder] = new FileAccessInfo { Mode = 0x1ED, Owner = FileOwner.Root };

        Warn();

        Assert.Empty(_machine.Diagnostics);
    }

    [Theory]
    [InlineData(File, 0x190, nameof(FileOwner.User), "other users can change the file (mode 620)")]
    [InlineData(File, 0x182, nameof(FileOwner.Unknown), "other users can change the file (mode 602)")]
    [InlineData(File, 0x180, nameof(FileOwner.Other), File + " belongs to another user")]
    [InlineData(Folder, 0x1FF, nameof(FileOwner.User), "other users can change the folder " + Folder + " (mode 777)")]
    [InlineData(Folder, 0x1C0, nameof(FileOwner.Other), Folder + " belongs to another user")]
    public void Runs_no_command_that_another_user_could_have_written(string place, int mode, string owner, string said)
    {
        Unix();
        _machine.Reaches[place] = new FileAccessInfo { Mode = mode, Owner = Enum.Parse<FileOwner>(owner) };

        var failure = Assert.Throws<BdrcException>(() => FilePermissions.RefuseWritable(_machine.Environment, File));

        Assert.Equal("UnsafeProfile", failure.Code);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(File, 0x1A4, nameof(FileOwner.User))]
    [InlineData(File, 0x180, nameof(FileOwner.Root))]
    [InlineData(Folder, 0x1ED, nameof(FileOwner.User))]
    [InlineData(Folder, 0x3FF, nameof(FileOwner.Root))]
    public void Runs_a_command_that_nobody_else_could_have_written(string place, int mode, string owner)
    {
        Unix();
        _machine.Reaches[place] = new FileAccessInfo { Mode = mode, Owner = Enum.Parse<FileOwner>(owner) };

        FilePermissions.RefuseWritable(_machine.Environment, File);
    }

    [Fact]
    public void Names_the_group_of_Windows_that_may_read()
    {
        _machine.Reaches[File] = new FileAccessInfo { Readers = "Everyone" };

        Warn();

        Assert.Contains("can be read by Everyone. Run: icacls", Assert.Single(_machine.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_no_command_that_a_group_of_Windows_may_change()
    {
        _machine.Reaches[File] = new FileAccessInfo { Writers = "Authenticated Users" };

        var failure = Assert.Throws<BdrcException>(() => FilePermissions.RefuseWritable(_machine.Environment, File));

        Assert.Contains("Authenticated Users can change", failure.Message, StringComparison.Ordinal);
    }

    private static void Unix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths of this test are those of Unix.");

    private void Warn()
    {
        using (CredentialDiagnostics.Scope(_machine.OnDiagnostic))
            FilePermissions.Warn(_machine.Environment, File);
    }
}
