using System.Security;
using System.Text;

namespace Bdrc.Console.Prompts;

/// <summary>
/// Lines typed at a terminal, read key by key. Console.ReadLine cannot be used: after Ctrl+C it keeps what was typed before and
/// prepends it to the next line, so that another command would run than the one on the screen.
/// </summary>
internal sealed class TerminalInput(Func<ConsoleKeyInfo> readKey, TextWriter echo) : IHostInput
{
    private const char EndOfTransmission = '\u0004';
    private readonly InterruptibleRead<ConsoleKeyInfo> _keys = new(readKey);

    public bool IsInteractive => true;

    public string? ReadLine()
    {
        var line = new StringBuilder();
        return ReadKeys(Add, Remove, () => line.Length) ? line.ToString() : null;

        void Add(char character)
        {
            line.Append(character);
            echo.Write(character);
            echo.Flush();
        }

        void Remove()
        {
            echo.Write(string.Concat(Enumerable.Repeat("\b \b", TextWidth.Of(line[^1]))));
            echo.Flush();
            line.Length--;
        }
    }

    public SecureString? ReadSecret()
    {
        var secret = new SecureString();
        return ReadKeys(secret.AppendChar, () => secret.RemoveAt(secret.Length - 1), () => secret.Length) ? secret : null;
    }

    public void Interrupt() => _keys.Interrupt();

    private bool ReadKeys(Action<char> add, Action remove, Func<int> length)
    {
        while (true)
        {
            var key = _keys.Next();
            if (key.Key == ConsoleKey.Enter)
                break;
            if (key.Key == ConsoleKey.Backspace)
            {
                if (length() > 0)
                    remove();
            }
            else if (key.KeyChar == EndOfTransmission && length() == 0)
            {
                echo.WriteLine();
                return false;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                add(key.KeyChar);
            }
        }

        echo.WriteLine();
        return true;
    }
}

/// <summary>The number of terminal columns that a character occupies.</summary>
internal static class TextWidth
{
    /// <summary>Two for East Asian wide characters, one for all others.</summary>
    public static int Of(char character) => character switch
    {
        >= '\u1100' and <= '\u115F' => 2, // Hangul Jamo
        >= '\u2E80' and <= '\uA4CF' => 2, // CJK radicals to Yi
        >= '\uAC00' and <= '\uD7A3' => 2, // Hangul syllables
        >= '\uF900' and <= '\uFAFF' => 2, // CJK compatibility ideographs
        >= '\uFE30' and <= '\uFE6F' => 2, // CJK compatibility forms
        >= '\uFF00' and <= '\uFF60' => 2, // Fullwidth forms
        _ => 1,
    };
}
