using Bdrc.Console.Prompts;

namespace Bdrc.Console.Hosting;

/// <summary>The input and output of the host, and which of them are terminals.</summary>
/// <param name="input">Lines and secrets that the host reads.</param>
/// <param name="output">Receives output.</param>
/// <param name="error">Receives errors, messages and progress.</param>
/// <param name="outputIsTerminal">Whether <paramref name="output"/> is a terminal.</param>
/// <param name="errorIsTerminal">Whether <paramref name="error"/> is a terminal.</param>
/// <param name="width">Columns of a line of output; null for the window's.</param>
internal sealed class ConsoleStreams(
    IHostInput input,
    TextWriter output,
    TextWriter error,
    bool outputIsTerminal = false,
    bool errorIsTerminal = false,
    int? width = null)
{
    private const int RedirectedWidth = 120;
    private const int NarrowWidth = 80;

    public IHostInput Input { get; } = input;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether these are the standard streams of the process.</summary>
    public bool OwnsConsole { get; private init; }

    public bool OutputIsTerminal { get; } = outputIsTerminal;

    public bool ErrorIsTerminal { get; } = errorIsTerminal;

    /// <summary>Receives prompts: they must not end up in a file that output is redirected to.</summary>
    public TextWriter PromptOutput => OutputIsTerminal ? Output : Error;

    /// <summary>Columns of a line of output: as specified, else the window's, else 120.</summary>
    public int OutputWidth => width ?? (OutputIsTerminal && System.Console.WindowWidth > 0 ? System.Console.WindowWidth : RedirectedWidth);

    /// <summary>Columns that a line of stderr has at least; the window's width is unknown when stdout is redirected.</summary>
    public int ErrorWidth => OutputIsTerminal ? OutputWidth : NarrowWidth;

    /// <summary>Whether colors may be written to the output (https://no-color.org).</summary>
    public bool OutputHasColor => OutputIsTerminal && ColorIsWanted;

    /// <summary>Whether colors may be written to the error stream.</summary>
    public bool ErrorHasColor => ErrorIsTerminal && ColorIsWanted;

    private static bool ColorIsWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The standard streams of the process.</summary>
    public static ConsoleStreams ForProcess()
    {
        var outputIsTerminal = !System.Console.IsOutputRedirected;
        var output = System.Console.Out;
        var error = System.Console.Error;
        IHostInput input = System.Console.IsInputRedirected
            ? new RedirectedInput(System.Console.In)
            : new TerminalInput(() => System.Console.ReadKey(intercept: true), outputIsTerminal ? output : error);
        return new ConsoleStreams(input, output, error, outputIsTerminal, !System.Console.IsErrorRedirected) { OwnsConsole = true };
    }
}
