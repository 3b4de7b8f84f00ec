using System.Management.Automation.Language;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Running;

/// <summary>Reads commands and runs them until <c>exit</c> or the end of the input.</summary>
internal sealed class Prompt(ConsoleSession session, ConsoleStreams console)
{
    private const string First = "PS> ";
    private const string Continued = ">> ";

    public void Run()
    {
        while (session.ExitCode is null)
        {
            session.Resume();
            try
            {
                if (ReadCommand() is not { } command)
                    return;
                session.Run(command);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C discards the line that is being typed.
                console.PromptOutput.WriteLine();
            }
        }
    }

    private string? ReadCommand()
    {
        var text = ReadLine(First);
        while (text is not null && IsIncomplete(text) && ReadLine(Continued) is { } more)
            text += "\n" + more;
        return text;
    }

    private string? ReadLine(string prompt)
    {
        console.PromptOutput.Write(prompt);
        console.PromptOutput.Flush();
        return console.Input.ReadLine();
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
