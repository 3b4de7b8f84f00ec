using System.Management.Automation;
using Bdrc.Core.Tests.Injection;
using Bdrc.Module.Tests.Input;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Injection;

/// <summary>
/// A hostile text in a parameter is refused by one error that names the parameter, or sent over a real socket as one value
/// that changes nothing else of the request.
/// </summary>
public sealed class CmdletInjectionTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    private const string Usual = "usual-1";
    private const string UsualArn = "acs:usual-1";

    private readonly Dictionary<string, SandboxRequest?> _usual = new(StringComparer.Ordinal);

    public static IEnumerable<TheoryDataRow<string, string, string>> Lines => HostileLines.Rows();

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_refused_by_name_or_sent_as_one_value(string command, string parameter, string line)
    {
        // Get-BdrcResource sends an id as ResourceId and any other text as ResourceArn.
        var hasTwoForms = command == "Get-BdrcResource" && parameter == "ResourceArn";
        var wrong = new List<string>();
        foreach (var (name, text) in HostileTexts.All)
        {
            var usual = hasTwoForms && !text.All(char.IsLetterOrDigit) ? UsualArn : Usual;
            if (Problem(parameter, line, text, usual) is { } problem)
                wrong.Add($"{name}: {problem}");
        }

        Assert.StartsWith(command, line, StringComparison.Ordinal);
        Assert.Empty(wrong);
    }

    private string? Problem(string parameter, string line, string text, string usualText)
    {
        if (!_usual.TryGetValue(usualText, out var usual))
            _usual[usualText] = usual = Run(line, usualText) is [var first, ..] ? first : null;
        var sent = Run(line, text);
        var errors = session.Engine.Errors;
        if (errors.FirstOrDefault(error => !IsOurs(error.Exception)) is { } strange)
            return $"{strange.Exception.GetType().Name}: {strange.Exception.Message}";
        if (errors.FirstOrDefault(error => TextOf(error).Any(IsHarmful)) is { } harmful)
            return $"an error shows what it should write out: {TextOf(harmful)}";
        if (sent.Count == 0)
            return errors is [var refusal] ? RefusalProblem(parameter, refusal) : $"{errors.Count} errors, and nothing was sent";
        if (errors.Any(error => error.CategoryInfo.Category == ErrorCategory.AuthenticationError))
            return "the signature was not accepted";
        if (usual is null)
            return "sent, and the usual text was not";
        return WireRequest.Read(sent[0]).DifferenceFrom(
            WireRequest.Read(usual), usualText, parameter == "Path" ? Uri.UnescapeDataString(text) : text);
    }

    private static string? RefusalProblem(string parameter, ErrorRecord refusal)
    {
        if (refusal.CategoryInfo.Category
            is not (ErrorCategory.InvalidArgument or ErrorCategory.InvalidData or ErrorCategory.AuthenticationError))
            return $"refused as {refusal.CategoryInfo.Category}: {TextOf(refusal)}";
        return TextOf(refusal).Contains(Shown(parameter), StringComparison.OrdinalIgnoreCase)
            ? null
            : $"the refusal does not name it: {TextOf(refusal)}";
    }

    private IReadOnlyList<SandboxRequest> Run(string line, string text)
    {
        var sandbox = session.Served.Sandbox;
        var before = sandbox.RequestCount;
        session.Engine.Set("hostile", text);
        session.Engine.Run(line);
        return [.. sandbox.Requests.TakeLast(sandbox.RequestCount - before)];
    }

    internal static bool IsOurs(Exception exception) =>
        exception is ParameterBindingException || exception.GetType().FullName == "Bdrc.BdrcException";

    internal static bool IsHarmful(char c) =>
        char.IsControl(c) || c is '\u202E' or '\u2066' or '\u200B' or '\uFEFF' or '\u2028' or '\u2029';

    internal static string TextOf(ErrorRecord error) => error.ErrorDetails?.Message ?? error.Exception.Message;

    private static string Shown(string parameter) => parameter switch
    {
        "Tag" or "TagNot" or "HasTag" => "tag",
        "ProfileName" => "profile",
        _ => parameter,
    };
}
