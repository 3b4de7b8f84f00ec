using Bdrc.Console.Tests.Support;

namespace Bdrc.Console.Tests.Hosting;

public sealed class StreamTests : IDisposable
{
    private readonly TestModule _module = new();

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Renders_objects_as_a_table_on_standard_output()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "Get-Thing a, b");

        Assert.Equal(
            """

            Id Name
            -- ----
            a  name of a
            b  name of b


            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Writes_errors_to_standard_error()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "'before'; Get-Command No-Such; 'after'");

        Assert.Equal("before\nafter\n", run.Output);
        Assert.StartsWith("Get-Command: The term 'No-Such' is not recognized", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'no luck'", "Exception: no luck\n")]
    [InlineData("if (", "ParserError: Missing condition in if statement after 'if ('.\n")]
    public void Writes_the_error_that_ends_a_script_to_standard_error(string script, string error)
    {
        var run = HostRun.WithoutInput(_module, "-Command", script);

        Assert.Empty(run.Output);
        Assert.Equal(error, run.Error);
    }

    [Fact]
    public void Writes_an_error_record_that_is_plain_output_to_standard_output()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "try { throw 'kept' } catch { $_ }");

        Assert.Contains("kept", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Writes_warnings_and_verbose_messages_to_standard_error_and_no_progress()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "Write-Everything -Verbose -InformationAction Continue");

        Assert.Equal("an information\nan object\n", run.Output);
        Assert.Equal("WARNING: a warning\nVERBOSE: a verbose text\n", run.Error);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Keeps_the_order_of_objects_and_host_output()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "'1'; $Host.UI.WriteLine('2'); '3'; $Host.UI.Write('4'); '5'");

        Assert.Equal("1\n2\n3\n45\n", run.Output);
    }

    [Fact]
    public void Writes_no_colors_to_a_file()
    {
        const string Script = "\"$($PSStyle.Foreground.Red)red\"; Get-Thing a; Get-Command No-Such; $PSStyle.OutputRendering";

        var run = HostRun.WithoutInput(_module, "-Command", Script);

        Assert.DoesNotContain('\u001B', run.Output + run.Error);
        Assert.Contains("PlainText\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_for_120_columns_when_redirected()
    {
        var run = HostRun.WithoutInput(_module, "-Command", "$Host.UI.RawUI.WindowSize.Width");

        Assert.Equal("120\n", run.Output);
    }
}
