using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Prompts;

public sealed class HostPrompterTests : IDisposable
{
    private readonly SmallModule _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("y\n", "removed 1\n")]
    [InlineData("\n", "removed 1\n")]
    [InlineData("Yes\n", "removed 1\n")]
    [InlineData("n\n", "")]
    [InlineData("what\n?\nn\n", "")]
    public void Confirms_what_is_dangerous(string keys, string output)
    {
        var run = HostRun.Typing(keys, _module, "-Command", "Remove-Thing 1");

        Assert.Equal(output, run.Output);
        Assert.Contains("[Y] Yes  [A] Yes to All  [N] No", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("Remove-Thing 1")]
    [InlineData("$Host.UI.ReadLine()")]
    [InlineData("$Host.UI.ReadLineAsSecureString()")]
    public void Fails_at_once_when_there_is_nobody_to_ask(string script)
    {
        var run = HostRun.Reading("y\n", _module, "-Command", script);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("There is nobody to ask: the input is redirected.", run.Error, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false or -Force", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_the_input_ends_instead_of_an_answer()
    {
        var run = HostRun.Typing($"{Keyboard.EndOfInput}", _module, "-Command", "Remove-Thing 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is nobody to ask: the input has ended.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_for_a_parameter_that_is_missing()
    {
        var run = HostRun.Typing("a\nb\n\n", _module, "-Command", "Get-Thing | ForEach-Object { $_.Name }");

        Assert.Equal("name of a\nname of b\n", run.Output);
        Assert.Contains("Id[0]: Id[1]: Id[2]: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_parameter_that_is_missing_when_there_is_nobody_to_ask()
    {
        var run = HostRun.Of(_module, "-Command", "Get-Thing");

        Assert.Contains("missing mandatory parameters: Id.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ann\nsecret\n")]
    [InlineData("ann", "secret\n")]
    public void Asks_for_a_credential(string user, string keys)
    {
        var script = $"$Host.UI.PromptForCredential('', '', '{user}', '').GetNetworkCredential() | ForEach-Object {{ $_.UserName; $_.Password }}";

        var run = HostRun.Typing(keys, _module, "-Command", script);

        Assert.Equal("ann\nsecret\n", run.Output);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }
}
