using System.Buffers;
using System.Management.Automation.Language;

namespace Bdrc.Package.Tests.Scripts;

/// <summary>Finds syntax that a newer parser accepts and that of Windows PowerShell 5.1 does not.</summary>
internal static class WindowsPowerShellSyntax
{
    private static readonly SearchValues<char> NewSuffixes = SearchValues.Create("uysnUYSN");

    /// <summary>The syntax in a script file that 5.1 does not accept, with line numbers; includes parse errors.</summary>
    public static IReadOnlyList<string> Errors(string path)
    {
        var script = Parser.ParseFile(path, out var tokens, out var errors);
        return Describe(script, tokens, errors);
    }

    /// <summary>The same for a script text.</summary>
    public static IReadOnlyList<string> ErrorsInText(string text)
    {
        var script = Parser.ParseInput(text, out var tokens, out var errors);
        return Describe(script, tokens, errors);
    }

    private static List<string> Describe(ScriptBlockAst script, Token[] tokens, ParseError[] errors)
    {
        List<string> found = [.. errors.Select(error => $"line {error.Extent.StartLineNumber}: {error.Message}")];
        foreach (var node in script.FindAll(_ => true, searchNestedScriptBlocks: true))
        {
            if (NameOf(node) is { } name)
                found.Add($"line {node.Extent.StartLineNumber}: {name}");
        }

        foreach (var token in tokens)
        {
            if (NameOf(token) is { } name)
                found.Add($"line {token.Extent.StartLineNumber}: {name}");
        }

        return found;
    }

    private static string? NameOf(Ast node) => node switch
    {
        TernaryExpressionAst => "ternary operator",
        PipelineChainAst => "&& or || between pipelines",
        PipelineAst { Background: true } => "background operator &",
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "operator ??",
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "operator ??=",
        MemberExpressionAst { NullConditional: true } => "operator ?.",
        IndexExpressionAst { NullConditional: true } => "operator ?[]",
        InvokeMemberExpressionAst { GenericTypeArguments: { Count: > 0 } } => "method call with type arguments",
        ScriptBlockAst { CleanBlock: not null } => "clean block",
        AttributeAst { TypeName.Name: "NoRunspaceAffinity" or "System.Management.Automation.Language.NoRunspaceAffinity" } =>
            "class attribute NoRunspaceAffinity",
        UsingStatementAst
        {
            UsingStatementKind: not (UsingStatementKind.Assembly or UsingStatementKind.Module or UsingStatementKind.Namespace)
        } => "form of using",
        _ => null,
    };

    private static string? NameOf(Token token) => token switch
    {
        NumberToken when IsNewNumber(token.Text) => "number with a suffix or prefix of PowerShell 6",
        StringExpandableToken when HasNewEscape(token.Text) => "escape `e or `u{}",
        _ => null,
    };

    // Number syntax of 5.1 (d, l, exponent, hexadecimal digits, multiples of bytes) contains none of these letters.
    private static bool IsNewNumber(string text) =>
        text.AsSpan().ContainsAny(NewSuffixes) || text.TrimStart('+', '-').StartsWith("0b", StringComparison.OrdinalIgnoreCase);

    private static bool HasNewEscape(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '`')
                continue;
            i++;
            if (text[i] == 'e' || (text[i] == 'u' && i + 1 < text.Length && text[i + 1] == '{'))
                return true;
        }

        return false;
    }
}
