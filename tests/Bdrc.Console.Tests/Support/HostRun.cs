using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;

namespace Bdrc.Console.Tests.Support;

/// <summary>The result of one run of the host.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the host with an empty, redirected input.</summary>
    public static HostRun WithoutInput(TestModule module, params string[] args) =>
        Run(new RedirectedInput(TextReader.Null), module.Path, args);

    /// <summary>Runs the host with redirected input.</summary>
    public static HostRun WithInput(string lines, TestModule module, params string[] args) =>
        Run(new RedirectedInput(new StringReader(lines)), module.Path, args);

    /// <summary>Runs the host at a terminal where these keys are pressed.</summary>
    public static HostRun WithKeys(string keys, TestModule module, params string[] args)
    {
        using var keyboard = new Keyboard();
        keyboard.Type(keys);
        return Run(new TerminalInput(keyboard.ReadKey, TextWriter.Null), module.Path, args);
    }

    public static HostRun Run(IHostInput input, string modulePath, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var application = new ConsoleApplication(new ConsoleStreams(input, output, error));
        var exitCode = application.Run(["-ModulePath", modulePath, .. args]);
        return new HostRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
