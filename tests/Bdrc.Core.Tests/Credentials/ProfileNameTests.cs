using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Core.Tests.Credentials;

public sealed class ProfileNameTests : IDisposable
{
    private const string CliFile = "/home/test/.aliyun/config.json";
    private const string IniFile = "/home/test/.alibabacloud/credentials";

    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Lists_the_profiles_of_both_files_once()
    {
        _machine.FileTexts[CliFile] = """{"current":"prod","profiles":[{"name":"prod"},{"name":"dev team"},{"mode":"AK"},7]}""";
        _machine.FileTexts[IniFile] = "\uFEFF[default]\ntype = access_key\n# [gone]\n[ prod ]\n[]\n";

        Assert.Equal(["prod", "dev team", "default"], ProfileNames.List(_machine.Context));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"profiles":{"name":"x"}}""")]
    public void Skips_a_file_that_cannot_be_read(string text)
    {
        _machine.FileTexts[CliFile] = text;
        _machine.FileTexts[IniFile] = "[default]";
        using var listening = CredentialDiagnostics.Scope(_machine.OnDiagnostic);

        Assert.Equal(["default"], ProfileNames.List(_machine.Context));
        Assert.Empty(_machine.Diagnostics);
    }

    [Fact]
    public void Returns_no_names_without_files() => Assert.Empty(ProfileNames.List(_machine.Context));
}
