using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;

namespace Bdrc.Console.Tests.Support;

/// <summary>What one run of the host gave.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the host with nobody at the keyboard.</summary>
    public static HostRun Of(SmallModule module, params string[] args) => With(new RedirectedInput(TextReader.Null), module.Path, args);

    /// <summary>Runs the host with lines to read.</summary>
    public static HostRun Reading(string lines, SmallModule module, params string[] args) =>
        With(new RedirectedInput(new StringReader(lines)), module.Path, args);

    /// <summary>Runs the host with a person who presses these keys.</summary>
    public static HostRun Typing(string keys, SmallModule module, params string[] args)
    {
        using var keyboard = new Keyboard();
        keyboard.Type(keys);
        return With(new TerminalInput(keyboard.ReadKey, TextWriter.Null), module.Path, args);
    }

    public static HostRun With(IHostInput input, string modulePath, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var application = new ConsoleApplication(new ConsoleStreams(input, output, error));
        var exitCode = application.Run(["-ModulePath", modulePath, .. args]);
        return new HostRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
