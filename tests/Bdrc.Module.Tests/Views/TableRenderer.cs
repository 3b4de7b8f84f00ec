using System.Globalization;
using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Views;

/// <summary>Renders what Out-Default writes on the console's host.</summary>
internal static class TableRenderer
{
    /// <summary>Runs a script and returns its output as a window of the given width shows it, without blank lines at the ends.</summary>
    public static string Render(string script, int width)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new ConsoleStreams(new RedirectedInput(TextReader.Null), output, error, width: width);
        using var session = new ConsoleSession(console, CultureInfo.InvariantCulture);
        Assert.Null(session.LoadModule(Engine.ModulePath));

        // The types of a script are resolved when it is compiled, so an earlier command must load the module's assemblies.
        Assert.Equal(RunResult.Succeeded, session.Run("$null = New-BdrcContext -Sandbox"));
        var result = session.Run(script);

        Assert.Equal(string.Empty, error.ToString());
        Assert.Equal(RunResult.Succeeded, result);
        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n') + "\n";
    }
}
