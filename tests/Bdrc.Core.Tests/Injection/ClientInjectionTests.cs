using System.Text.Json.Nodes;
using Bdrc.Core.Tests.Contract;

namespace Bdrc.Core.Tests.Injection;

/// <summary>
/// A hostile text in any parameter of any operation is either refused, with the name of the parameter and without a request, or
/// arrives over a real socket as one value, and the rest of the request is unchanged.
/// </summary>
public sealed class ClientInjectionTests(InjectionServer server) : IClassFixture<InjectionServer>
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["SubProtectionPolicies"] = ["SubProtectionPolicies.SubProtectionPolicyType", "SubProtectionPolicies.Config"],
        ["CreateTargets"] = ["CreateTargets.TargetId", "CreateTargets.TargetType"],
        ["DeleteTargets"] = ["DeleteTargets.TargetId", "DeleteTargets.TargetType"],
    };

    /// <summary>Every parameter that accepts text. The client accepts the others as numbers only.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> TextFields =>
        from operation in ContractFile.Operations
        from parameter in ContractFile.Parameters(operation)
        where AcceptsText(parameter)
        let name = (string)parameter["name"]!
        from fieldName in Fields.GetValueOrDefault(name) ?? [name]
        select new TheoryDataRow<string, string>((string)operation["name"]!, fieldName);

    [Theory]
    [MemberData(nameof(TextFields))]
    public async Task Hostile_text_is_refused_by_parameter_name_or_arrives_as_one_value(string operation, string fieldName)
    {
        var baseline = (await SendAsync(operation, fieldName, DefaultText(fieldName))).Request;
        Assert.NotNull(baseline);
        Assert.NotNull(baseline.DifferenceFrom(baseline, DefaultText(fieldName), "another text"));
        var problems = new List<string>();
        foreach (var (name, text) in HostileTexts.All)
        {
            if (await ProblemAsync(operation, fieldName, text, baseline) is { } problem)
                problems.Add($"{name}: {problem}");
        }

        Assert.Empty(problems);
    }

    private async Task<string?> ProblemAsync(string operation, string fieldName, string text, WireRequest baseline)
    {
        var (request, failure) = await SendAsync(operation, fieldName, text);
        if (failure is not null and not BdrcException)
            return $"{failure.GetType().Name}: {failure.Message}";
        if (request is null)
            return RefusalProblem(fieldName, failure as BdrcException);
        if (failure is BdrcException { Kind: BdrcErrorKind.Authentication } unsigned)
            return $"the signature was not accepted: {unsigned.Message}";
        return request.DifferenceFrom(baseline, DefaultText(fieldName), text);
    }

    private static string? RefusalProblem(string fieldName, BdrcException? refusal)
    {
        if (refusal is null)
            return "no request was sent, and no error was reported";

        // The page token comes from the service, so the error reports only an invalid response.
        if (fieldName == "NextToken" && refusal.Kind == BdrcErrorKind.InvalidResponse)
            return null;
        if (refusal.Kind != BdrcErrorKind.InvalidArgument
            || !fieldName.Split('.').Any(name => refusal.Message.Contains(name, StringComparison.Ordinal)))
            return $"the error is {refusal.Kind} {refusal.Message}";
        return refusal.Message.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u202E' or '\u2066' or '\u2028')
            ? "the error message contains unescaped characters"
            : null;
    }

    private async Task<(WireRequest? Request, Exception? Failure)> SendAsync(string operation, string fieldName, string text)
    {
        SampleValues.Replace(fieldName, text);
        var (arrived, failure) = await server.CallAsync(operation, fieldName == "NextToken" ? text : null);
        return (arrived.Count == 0 ? null : WireRequest.Read(arrived[0]), failure);
    }

    private static string DefaultText(string fieldName) => fieldName switch
    {
        "BoundResourceCategoryIds" => "rc é/1",
        "SubProtectionPolicies.SubProtectionPolicyType" => "T é",
        "SubProtectionPolicies.Config" => """{"a":1}""",
        "CreateTargets.TargetId" => "fd-é",
        "CreateTargets.TargetType" => "FOLDER",
        "DeleteTargets.TargetId" => "rd-1",
        "DeleteTargets.TargetType" => "RESOURCE_DIRECTORY",
        _ => SampleValues.Expected(fieldName),
    };

    private static bool AcceptsText(JsonObject parameter)
    {
        var type = (string)parameter["type"]!;
        return type == "string" || (type == "array" && (string)parameter["items"]!["type"]! is "string" or "object");
    }
}
