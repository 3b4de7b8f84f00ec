using Bdrc.Console.Prompts;

namespace Bdrc.Console.Hosting;

/// <summary>Where the host reads and writes, and which of it are terminals.</summary>
internal sealed class ConsoleStreams(
    IHostInput input, TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
{
    private const int RedirectedWidth = 120;
    private const int NarrowWidth = 80;

    public IHostInput Input { get; } = input;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public bool OutputIsTerminal { get; } = outputIsTerminal;

    public bool ErrorIsTerminal { get; } = errorIsTerminal;

    /// <summary>Where the prompt and questions go: a file that takes the output must not take them too.</summary>
    public TextWriter Dialogue => OutputIsTerminal ? Output : Error;

    /// <summary>Columns of a line of output: the window's, or 120 where there is none.</summary>
    public int OutputWidth => OutputIsTerminal && System.Console.WindowWidth > 0 ? System.Console.WindowWidth : RedirectedWidth;

    /// <summary>Columns that a line of stderr has for certain; its window cannot be asked when stdout is redirected.</summary>
    public int ErrorWidth => OutputIsTerminal ? OutputWidth : NarrowWidth;

    /// <summary>Whether colours may be written to the output (https://no-color.org).</summary>
    public bool OutputHasColour => OutputIsTerminal && ColourIsWanted;

    /// <summary>Whether colours may be written to the error stream.</summary>
    public bool ErrorHasColour => ErrorIsTerminal && ColourIsWanted;

    private static bool ColourIsWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static ConsoleStreams OfProcess()
    {
        var outputIsTerminal = !System.Console.IsOutputRedirected;
        var output = System.Console.Out;
        var error = System.Console.Error;
        IHostInput input = System.Console.IsInputRedirected
            ? new RedirectedInput(System.Console.In)
            : new TerminalInput(() => System.Console.ReadKey(intercept: true), outputIsTerminal ? output : error);
        return new ConsoleStreams(input, output, error, outputIsTerminal, !System.Console.IsErrorRedirected);
    }
}
