using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Prompts;

/// <summary>Prompts for one of several choices, as for -Confirm, until the user enters a valid one.</summary>
internal sealed class ChoicePrompt(ConsoleStreams console, HostPrompter prompter)
{
    private const string Help = "?";

    public int Read(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        prompter.WriteCaption(caption, message);
        var label = string.Join("  ", choices.Select(choice => $"[{Letter(choice)}] {Word(choice)}")) + $"  [{Help}] Help";
        if (defaultChoice >= 0)
            label += $" (default is \"{Letter(choices[defaultChoice])}\")";

        while (true)
        {
            var line = prompter.ReadLine(label + ": ").Trim();
            if (line.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (line == Help)
                WriteHelp(choices);

            for (var i = 0; i < choices.Count; i++)
            {
                if (IsOneOf(line, Letter(choices[i]), Word(choices[i])))
                    return i;
            }
        }
    }

    private static bool IsOneOf(string line, string letter, string word) =>
        string.Equals(line, letter, StringComparison.OrdinalIgnoreCase)
        || string.Equals(line, word, StringComparison.OrdinalIgnoreCase);

    private static string Word(ChoiceDescription choice) => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);

    // The letter after '&' selects the choice.
    private static string Letter(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : choice.Label;
    }

    private void WriteHelp(Collection<ChoiceDescription> choices)
    {
        foreach (var choice in choices)
            console.PromptOutput.WriteLine($"{Letter(choice)} - {choice.HelpMessage}");
    }
}
