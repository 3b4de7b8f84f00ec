using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Prompts;

/// <summary>Offers choices by their letters, as for -Confirm, until one of them is taken.</summary>
internal sealed class ChoiceQuestion(ConsoleStreams console, HostPrompter questions)
{
    private const string Help = "?";

    public int Ask(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        questions.Announce(caption, message);
        var offer = string.Join("  ", choices.Select(choice => $"[{Letter(choice)}] {Word(choice)}")) + $"  [{Help}] Help";
        if (defaultChoice >= 0)
            offer += $" (default is \"{Letter(choices[defaultChoice])}\")";

        while (true)
        {
            var answer = questions.Line(offer + ": ").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (answer == Help)
                Explain(choices);

            for (var i = 0; i < choices.Count; i++)
            {
                if (IsOneOf(answer, Letter(choices[i]), Word(choices[i])))
                    return i;
            }
        }
    }

    private static bool IsOneOf(string answer, string letter, string word) =>
        string.Equals(answer, letter, StringComparison.OrdinalIgnoreCase)
        || string.Equals(answer, word, StringComparison.OrdinalIgnoreCase);

    private static string Word(ChoiceDescription choice) => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);

    // The letter behind '&' is the short answer.
    private static string Letter(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : choice.Label;
    }

    private void Explain(Collection<ChoiceDescription> choices)
    {
        foreach (var choice in choices)
            console.Dialogue.WriteLine($"{Letter(choice)} - {choice.HelpMessage}");
    }
}
