using System.Text.RegularExpressions;

namespace Bdrc.Architecture.Tests.Sources;

/// <summary>The names that the vocabulary replaced. Only this file may contain them.</summary>
internal static partial class RetiredWords
{
    /// <summary>Names that no file may contain as a whole word.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "TaskBook", "PolicyBook", "CategoryBook", "CheckBook", "MessageBook", "LoginBook", "IdTokenBook", "CrossAccountBook",
        "OperationDesk", "IdentityDesk",
        "QuotaBook", "QuotaBucket", "QuotaWindow", "QuotaWaiter", "QuotaHandler", "HoldOff",
        "TaskWatch", "TaskLook", "TaskLookup", "PollRun", "TaskPace", "ListCosts", "LookFaults", "PassingFault",
        "CredentialEnvironment", "VariableTable", "FileReach", "CredentialLease",
        "CallPlace", "ContextOfCall", "CallSettings", "NearbyDirectProxy",
        "IdentityAnswer", "ErrorAnswer", "SentSecrets", "VisibleText", "RandomShare",
        "FormAttribute", "TextForm", "TextForms", "IWaitReports", "ProgressPlace", "ProgressPace",
        "CheckTruth", "StableRandom", "SmallHost", "SmallUserInterface", "ByEffect",
    };

    /// <summary>Ordinary words that may occur in text, but not as the name of a type.</summary>
    private static readonly HashSet<string> AsTypeName = new(StringComparer.Ordinal)
    {
        "Surroundings", "Held", "Fill", "Combination", "Beside", "Emitted", "Dialogue", "Questions", "World", "Measures",
    };

    /// <summary>The violations in one file, with their lines.</summary>
    public static IEnumerable<string> In(SourceFile file)
    {
        foreach (var (line, number) in file.Lines.Select((line, index) => (line, index + 1)))
        {
            foreach (var word in Word().Matches(line).Select(match => match.Value).Where(Everywhere.Contains))
                yield return $"{file.Path}:{number}: {word}";
        }

        if (!file.Path.EndsWith(".cs", StringComparison.Ordinal))
            yield break;
        foreach (var type in SourceRules.DeclaredTypes(file).Where(IsRetiredType))
            yield return $"{file.Path}: type {type}";
    }

    // The vocabulary retires every name with "Answer": HTTP has responses.
    private static bool IsRetiredType(string name) => AsTypeName.Contains(name) || AnswerName().IsMatch(name);

    [GeneratedRegex(@"\w+", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex("Answer(?![a-z])|Answers(?![a-z])", RegexOptions.None, 10_000)]
    private static partial Regex AnswerName();
}
