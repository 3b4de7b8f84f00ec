using System.Text.Json.Nodes;
using Bdrc.Core.Tests.Contract;

namespace Bdrc.Core.Tests.Injection;

/// <summary>
/// A hostile text in any parameter of any operation is refused by name with nothing sent, or arrives over a real socket as that
/// one value, with all the rest of the request as it always is.
/// </summary>
public sealed class ClientInjectionTests(InjectionServer server) : IClassFixture<InjectionServer>
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["SubProtectionPolicies"] = ["SubProtectionPolicies.SubProtectionPolicyType", "SubProtectionPolicies.Config"],
        ["CreateTargets"] = ["CreateTargets.TargetId", "CreateTargets.TargetType"],
        ["DeleteTargets"] = ["DeleteTargets.TargetId", "DeleteTargets.TargetType"],
    };

    /// <summary>Every parameter that takes text; the others are numbers already when they reach the client.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Places =>
        from operation in ContractFile.Operations
        from parameter in ContractFile.Parameters(operation)
        where TakesText(parameter)
        let name = (string)parameter["name"]!
        from place in Fields.GetValueOrDefault(name) ?? [name]
        select new TheoryDataRow<string, string>((string)operation["name"]!, place);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Is_refused_by_name_or_arrives_as_the_one_value(string operation, string place)
    {
        var baseline = (await SendAsync(operation, place, Usual(place))).Request;
        Assert.NotNull(baseline);
        Assert.NotNull(baseline.DifferenceFrom(baseline, Usual(place), "another text"));
        var wrong = new List<string>();
        foreach (var (name, text) in HostileTexts.All)
        {
            if (await ProblemAsync(operation, place, text, baseline) is { } problem)
                wrong.Add($"{name}: {problem}");
        }

        Assert.Empty(wrong);
    }

    private async Task<string?> ProblemAsync(string operation, string place, string text, WireRequest baseline)
    {
        var (request, failure) = await SendAsync(operation, place, text);
        if (failure is not null and not BdrcException)
            return $"{failure.GetType().Name}: {failure.Message}";
        if (request is null)
            return RefusalProblem(place, failure as BdrcException);
        if (failure is BdrcException { Kind: BdrcErrorKind.Authentication } unsigned)
            return $"the signature was not accepted: {unsigned.Message}";
        return request.DifferenceFrom(baseline, Usual(place), text);
    }

    private static string? RefusalProblem(string place, BdrcException? refusal)
    {
        if (refusal is null)
            return "nothing was sent, and nothing was said";

        // A cursor is the service's: that its answer cannot be used is all that can be said to the user.
        if (place == "NextToken" && refusal.Kind == BdrcErrorKind.InvalidResponse)
            return null;
        if (refusal.Kind != BdrcErrorKind.InvalidArgument
            || !place.Split('.').Any(name => refusal.Message.Contains(name, StringComparison.Ordinal)))
            return $"the refusal is {refusal.Kind} {refusal.Message}";
        return refusal.Message.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u202E' or '\u2066' or '\u2028')
            ? "the refusal shows what it should write out"
            : null;
    }

    private async Task<(WireRequest? Request, Exception? Failure)> SendAsync(string operation, string place, string text)
    {
        SampleValues.Replace(place, text);
        var (arrived, failure) = await server.CallAsync(operation, place == "NextToken" ? text : null);
        return (arrived.Count == 0 ? null : WireRequest.Read(arrived[0]), failure);
    }

    private static string Usual(string place) => place switch
    {
        "BoundResourceCategoryIds" => "rc é/1",
        "SubProtectionPolicies.SubProtectionPolicyType" => "T é",
        "SubProtectionPolicies.Config" => """{"a":1}""",
        "CreateTargets.TargetId" => "fd-é",
        "CreateTargets.TargetType" => "FOLDER",
        "DeleteTargets.TargetId" => "rd-1",
        "DeleteTargets.TargetType" => "RESOURCE_DIRECTORY",
        _ => SampleValues.Expected(place),
    };

    private static bool TakesText(JsonObject parameter)
    {
        var type = (string)parameter["type"]!;
        return type == "string" || (type == "array" && (string)parameter["items"]!["type"]! is "string" or "object");
    }
}
