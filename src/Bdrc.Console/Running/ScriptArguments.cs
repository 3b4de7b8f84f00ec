using System.Management.Automation.Runspaces;

namespace Bdrc.Console.Running;

/// <summary>The words behind -File as arguments of the script, by the rules of <c>pwsh -File</c>.</summary>
internal static class ScriptArguments
{
    public static IEnumerable<CommandParameter> Parse(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (word.Length < 2 || word[0] != '-')
                yield return new CommandParameter(name: null, word);
            else if (colon < 0)
                yield return new CommandParameter(word); // a switch, or the name of the value that follows: the engine binds it
            else if (colon < word.Length - 1)
                yield return new CommandParameter(word[..colon], Value(word[(colon + 1)..]));
            else if (i + 1 < words.Count)
                yield return new CommandParameter(word[..colon], words[++i]);
            else
                yield return new CommandParameter(word[..colon]);
        }
    }

    // -Force:$false reaches the process as text, where no switch would take it.
    private static object Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" => true,
        "$FALSE" or "FALSE" => false,
        _ => text,
    };
}
