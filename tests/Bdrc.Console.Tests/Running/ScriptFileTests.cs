using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Running;

public sealed class ScriptFileTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Theory]
    [InlineData("one two", "one|two|False|")]
    [InlineData("-Second 2 -First 1", "1|2|False|")]
    [InlineData("-First:1 -Force", "1||True|")]
    [InlineData("-Force:$false a", "a||False|")]
    [InlineData("-Force:true a", "a||True|")]
    [InlineData("-First: 1", "1||False|")]
    [InlineData("a b -5 c", "a|b|False|-5 c")]
    [InlineData("a;exit $(exit) 'b", "a;exit|$(exit)|False|'b")]
    [InlineData("-First:x;exit -x;exit", "x;exit|-x;exit|False|")]
    public void Binds_its_arguments(string arguments, string expected)
    {
        var file = _module.Write("Show.ps1", """
            param($First, $Second, [switch] $Force, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$First|$Second|$Force|$Rest"
            """);

        var run = HostRun.WithoutInput(_module, ["-File", file, .. arguments.Split(' ')]);

        Assert.Equal(expected + "\n", run.Output);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Sets_PSScriptRoot_and_args()
    {
        var file = _module.Write("it's here.ps1", "$PSScriptRoot; $args.Count; $args[1]");

        var run = HostRun.WithoutInput(_module, "-File", file, "one", "two words", "");

        Assert.Equal($"{Path.GetDirectoryName(file)}\n3\ntwo words\n", run.Output);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("'x'; exit 0", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("Get-Command No-Such; 'goes on'", 1)]
    [InlineData("if (", 1)]
    public void Returns_the_exit_code(string text, int expected) =>
        Assert.Equal(expected, HostRun.WithoutInput(_module, "-File", _module.Write("Exit.ps1", text)).ExitCode);

    [Fact]
    public void Shows_the_file_and_line_of_an_error()
    {
        var file = _module.Write("Throw.ps1", "'x'\nthrow 'no luck'");

        var run = HostRun.WithoutInput(_module, "-File", file);

        Assert.StartsWith($"Exception: {file}:2\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("no luck", run.Error, StringComparison.Ordinal);
    }
}
