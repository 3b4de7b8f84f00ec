using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Prompts;

public sealed class HostPrompterTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("y\n", "removed 1\n")]
    [InlineData("\n", "removed 1\n")]
    [InlineData("Yes\n", "removed 1\n")]
    [InlineData("n\n", "")]
    [InlineData("what\n?\nn\n", "")]
    public void Prompts_for_confirmation(string keys, string output)
    {
        var run = HostRun.WithKeys(keys, _module, "-Command", "Remove-Thing 1");

        Assert.Equal(output, run.Output);
        Assert.Contains("[Y] Yes  [A] Yes to All  [N] No", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("Remove-Thing 1")]
    [InlineData("$Host.UI.ReadLine()")]
    [InlineData("$Host.UI.ReadLineAsSecureString()")]
    public void Fails_at_once_when_the_input_is_redirected(string script)
    {
        var run = HostRun.WithInput("y\n", _module, "-Command", script);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("Cannot prompt: the input is redirected.", run.Error, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false or -Force", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_the_input_ends_at_a_prompt()
    {
        var run = HostRun.WithKeys($"{Keyboard.EndOfInput}", _module, "-Command", "Remove-Thing 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Cannot prompt: the input has ended.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Prompts_for_a_missing_parameter()
    {
        var run = HostRun.WithKeys("a\nb\n\n", _module, "-Command", "Get-Thing | ForEach-Object { $_.Name }");

        Assert.Equal("name of a\nname of b\n", run.Output);
        Assert.Contains("Id[0]: Id[1]: Id[2]: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_missing_parameter_when_the_input_is_redirected()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "Get-Thing");

        Assert.Contains("missing mandatory parameters: Id.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ann\nsecret\n")]
    [InlineData("ann", "secret\n")]
    public void Prompts_for_a_credential(string user, string keys)
    {
        var credential = $"$Host.UI.PromptForCredential('', '', '{user}', '').GetNetworkCredential()";

        var run = HostRun.WithKeys(keys, _module, "-Command", credential + " | ForEach-Object { $_.UserName; $_.Password }");

        Assert.Equal("ann\nsecret\n", run.Output);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }
}
