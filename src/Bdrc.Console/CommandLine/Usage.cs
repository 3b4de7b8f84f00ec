namespace Bdrc.Console.CommandLine;

/// <summary>The text of -Help.</summary>
internal static class Usage
{
    public const string Text = """
        Bdrc.Console: a small PowerShell host with the Bdrc module loaded.

          -ModulePath <psd1>     load this module manifest instead of the built one
          -NoExit                stay at the prompt after the script
          -Prompt                open the prompt at once (also: -Interactive)
          -Command <script>      run a script text; all words after it belong to the script
          -Command -             run the script that is piped into standard input
          -File <path> [args]    run a script file; all words after it are its arguments
          -Help                  show this text

        Without -Prompt, -Command and -File it runs the script that is piped into standard input. When nothing is
        piped, it shows the tour on the sandbox and then opens the prompt if standard input is a terminal.
        'exit' or Ctrl+D ends the prompt.

        Exit code: 0 for success; 1 when the script failed or wrote an error; 2 for a wrong command line;
        130 after Ctrl+C; 143 after SIGTERM; N after 'exit N'.

        """;
}

/// <summary>The exit codes of the host; a script sets others with <c>exit N</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    // 128 plus the number of the signal, as in a POSIX shell: SIGINT is 2, SIGTERM is 15.
    public const int Stopped = 130;
    public const int Terminated = 143;
}
