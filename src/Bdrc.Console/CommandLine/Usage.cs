namespace Bdrc.Console.CommandLine;

internal static class Usage
{
    public const string Text = """
        Bdrc.Console: a small PowerShell host with the Bdrc module loaded.

          -ModulePath <psd1>     load this module manifest instead of the built one
          -NoExit                stay at the prompt after the script
          -Prompt                open the prompt at once (also: -Interactive)
          -Command <script>      run a script text; all words after it belong to the script
          -File <path> [args]    run a script file; all words after it are its arguments
          -Help                  show this text

        With none of -Prompt, -Command and -File it shows the tour on the sandbox, and leaves a person at the
        prompt of that session. 'exit' ends the prompt.

        Exit code: 0; 1 when the script failed or wrote an error; 2 for a wrong command line;
        130 when it was stopped with Ctrl+C; 143 when it was told to end; N after 'exit N'.

        """;
}
