using System.Net;
using Bdrc.Console.Prompts;
using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Prompts;

public sealed class TerminalInputTests : IDisposable
{
    private readonly Keyboard _keyboard = new();
    private readonly StringWriter _echo = new() { NewLine = "\n" };
    private readonly TerminalInput _input;

    public TerminalInputTests() => _input = new TerminalInput(_keyboard.ReadKey, _echo);

    public void Dispose()
    {
        _keyboard.Dispose();
        _echo.Dispose();
    }

    [Fact]
    public void Echoes_typed_characters_and_erases_deleted_ones()
    {
        _keyboard.Type("a\u4E2D\b\bb\b\b\bc\n");

        Assert.Equal("c", _input.ReadLine());
        Assert.Equal("a\u4E2D\b \b\b \b\b \bb\b \bc\n", _echo.ToString());
    }

    [Fact]
    public void Does_not_echo_a_secret()
    {
        _keyboard.Type("\bsecrex\bt\n");

        Assert.Equal("secret", new NetworkCredential(string.Empty, _input.ReadSecret()).Password);
        Assert.Equal("\n", _echo.ToString());
    }

    [Fact]
    public void Ends_at_Ctrl_D_on_an_empty_line_only()
    {
        _keyboard.Type($"a{Keyboard.EndOfInput}\n{Keyboard.EndOfInput}");

        Assert.Equal("a", _input.ReadLine());
        Assert.Null(_input.ReadLine());
    }

    [Fact]
    public async Task Discards_an_interrupted_line_and_keeps_the_keys_typed_after_it()
    {
        _keyboard.Type("Remove-");
        var line = Task.Run(_input.ReadLine, TestContext.Current.CancellationToken);
        await _keyboard.ReadPending.Task;

        _input.Interrupt();

        await Assert.ThrowsAsync<OperationCanceledException>(() => line);
        _keyboard.Type("Get-Thing\n");
        Assert.Equal("Get-Thing", _input.ReadLine());
    }
}
