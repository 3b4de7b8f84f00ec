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
    public void Warns_once_about_an_open_file_or_folder_and_suggests_a_command(string path, int mode, string expected)
    {
        RequireUnix();
        _machine.Permissions[path] = new FileAccessInfo { Mode = mode, Owner = FileOwner.User };

        Warn();
        Warn();

        var warning = Assert.Single(_machine.Diagnostics);
        Assert.Equal(BdrcDiagnosticLevel.Warning, warning.Level);
        Assert.EndsWith(expected, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_warn_about_a_folder_that_the_user_cannot_restrict()
    {
        RequireUnix();
        _machine.Permissions[Folder] = new FileAccessInfo { Mode = 0x1ED, Owner = FileOwner.Root };

        Warn();

        Assert.Empty(_machine.Diagnostics);
    }

    [Theory]
    [InlineData("/home/test", 0x1FF, "(mode 777). Run: chmod o-w '/home/test'")]
    [InlineData("/home", 0x1C2, "(mode 702). Run: chmod o-w '/home'")]
    [InlineData("/", 0x1FF, "(mode 777). Run: chmod o-w '/'")]
    public void Warns_once_about_a_folder_above_in_which_every_user_can_write(string path, int mode, string expected)
    {
        RequireUnix();
        _machine.Permissions[path] = new FileAccessInfo { Mode = mode, Owner = FileOwner.Root };

        Warn();
        Warn();

        Assert.EndsWith(expected, Assert.Single(_machine.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/home", 0x3FF)]
    [InlineData("/home/test", 0x1FD)]
    public void Does_not_warn_about_a_folder_above_in_which_users_cannot_replace_others_folders(string path, int mode)
    {
        RequireUnix();
        _machine.Permissions[path] = new FileAccessInfo { Mode = mode, Owner = FileOwner.User };

        Warn();

        Assert.Empty(_machine.Diagnostics);
    }

    [Theory]
    [InlineData(File, 0x190, nameof(FileOwner.User), "other users can change the file (mode 620)")]
    [InlineData(File, 0x182, nameof(FileOwner.Unknown), "other users can change the file (mode 602)")]
    [InlineData(File, 0x180, nameof(FileOwner.Other), File + " belongs to another user")]
    [InlineData(Folder, 0x1FF, nameof(FileOwner.User), "other users can change the folder " + Folder + " (mode 777)")]
    [InlineData(Folder, 0x1C0, nameof(FileOwner.Other), Folder + " belongs to another user")]
    public void Rejects_a_command_that_another_user_could_have_written(string path, int mode, string owner, string expected)
    {
        RequireUnix();
        _machine.Permissions[path] = new FileAccessInfo { Mode = mode, Owner = Enum.Parse<FileOwner>(owner) };

        var failure = Assert.Throws<BdrcException>(() => FilePermissions.ThrowIfOthersCanWrite(_machine.Context, File));

        Assert.Equal("UnsafeProfile", failure.Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(File, 0x1A4, nameof(FileOwner.User))]
    [InlineData(File, 0x180, nameof(FileOwner.Root))]
    [InlineData(Folder, 0x1ED, nameof(FileOwner.User))]
    [InlineData(Folder, 0x3FF, nameof(FileOwner.Root))]
    public void Accepts_a_command_that_only_the_user_or_the_administrator_could_have_written(string path, int mode, string owner)
    {
        RequireUnix();
        _machine.Permissions[path] = new FileAccessInfo { Mode = mode, Owner = Enum.Parse<FileOwner>(owner) };

        FilePermissions.ThrowIfOthersCanWrite(_machine.Context, File);
    }

    [Fact]
    public void Names_the_Windows_group_that_can_read_the_file()
    {
        _machine.Permissions[File] = new FileAccessInfo { Readers = "Everyone" };

        Warn();

        Assert.Contains("can be read by Everyone. Run: icacls", Assert.Single(_machine.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_command_that_a_Windows_group_can_change()
    {
        _machine.Permissions[File] = new FileAccessInfo { Writers = "Authenticated Users" };

        var failure = Assert.Throws<BdrcException>(() => FilePermissions.ThrowIfOthersCanWrite(_machine.Context, File));

        Assert.Contains("Authenticated Users can change", failure.Message, StringComparison.Ordinal);
    }

    private static void RequireUnix() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths of this test are those of Unix.");

    private void Warn()
    {
        using (CredentialDiagnostics.Scope(_machine.OnDiagnostic))
            FilePermissions.WarnIfOpen(_machine.Context, File);
    }
}
