using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>Compares the result of the client with every value of a generated response.</summary>
internal static class FieldCheck
{
    // The fields of a page, not of what is listed. None is a property of a model; each has a check of its own.
    private static readonly Dictionary<string, Func<string, SampleLeaf, ContractCall, string?>> PageFields = new(StringComparer.Ordinal)
    {
        ["Data.TotalCount"] = TotalCountProblem,
        ["Data.NextToken"] = NextTokenProblem,
        ["Data.MaxResults"] = UnmappedProblem,
    };

    /// <summary>The only fields that a user reaches by the raw call alone, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> UnmappedFields { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Data.MaxResults"] = "It returns the requested page size as the service clamped it. A list is complete with any page size.",
    };

    /// <summary>The values that did not arrive, each with operation and path. Empty when all did.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(JsonObject operation)
    {
        var name = (string)operation["name"]!;
        var response = new SampleResponse(operation);
        var call = await ContractCall.RunAsync(name, response);
        var missing = new List<string>();
        foreach (var leaf in response.Leaves)
        {
            if (Problem(name, leaf, call) is { } problem)
                missing.Add($"{name} {leaf.Path}: {problem}");
        }

        return missing;
    }

    private static string? Problem(string operation, SampleLeaf leaf, ContractCall call)
    {
        if (leaf.Path == "RequestId")
            return RequestIdProblem((string)leaf.Value, call);
        if (PageFields.TryGetValue(leaf.Path, out var check))
            return check(operation, leaf, call);

        object? value = call.Result.Items ?? call.Result.Value;
        if (value is string id)
            return id == (string)leaf.Value ? null : $"the method returned {id}";

        foreach (var step in Steps(leaf.Path))
        {
            value = Take(value, step, out var problem);
            if (problem is not null)
                return problem;
        }

        return Equals(Expected(leaf), value) ? null : $"is {value ?? "null"} of type {value?.GetType().Name}, not {Expected(leaf)}";
    }

    private static string? RequestIdProblem(string requestId, ContractCall call)
    {
        if (!call.Diagnostics.Exists(diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Verbose
            && diagnostic.Message.Contains("RequestId " + requestId, StringComparison.Ordinal)))
            return "no verbose line shows it";
        return call.Result.Value switch
        {
            BdrcTaskHandle handle when handle.RequestId != requestId => "the handle lacks it",
            string text when !call.Requests[0].Path.EndsWith("/create", StringComparison.Ordinal)
                && call.Requests[0].Header("x-acs-action") != "CreateProtectionPolicy" && text != requestId
                => "the method did not return it",
            _ => null,
        };
    }

    // A paged list returns it. A list of one page reports that it is truncated.
    private static string? TotalCountProblem(string operation, SampleLeaf leaf, ContractCall call)
    {
        if (ContractFile.IsPaged(operation))
            return Equals(call.Result.TotalCount, leaf.Value) ? null : $"the reader reports {call.Result.TotalCount}";
        return call.Diagnostics.Exists(diagnostic =>
                diagnostic.Message.Contains($"of the {leaf.Value} matching items", StringComparison.Ordinal))
            ? null
            : "no message reports that the list is truncated";
    }

    // A paged list follows it. Where no request accepts it, it must not be followed.
    private static string? NextTokenProblem(string operation, SampleLeaf leaf, ContractCall call)
    {
        if (ContractFile.IsPaged(operation))
            return call.Requests.Count == 2 ? null : "the second page was not requested";
        return call.Requests.Count == 1 ? null : "a list of one page requested a second page";
    }

    private static string? UnmappedProblem(string operation, SampleLeaf leaf, ContractCall call) =>
        UnmappedFields.ContainsKey(leaf.Path) ? null : "it is not an unmapped field";

    private static IEnumerable<string> Steps(string path)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1);
        return steps.SkipWhile(step => step is "Content" or "Regions");
    }

    private static object? Take(object? from, string step, out string? problem)
    {
        problem = null;
        if (step[0] == '[')
        {
            if (from is IList { Count: 2 } list)
                return list[int.Parse(step.Trim('[', ']'), CultureInfo.InvariantCulture)];
            problem = "the list does not have two items";
            return null;
        }

        var property = from?.GetType().GetProperty(step);
        if (property is null)
            problem = $"{from?.GetType().Name ?? "null"} has no property {step}";
        return property?.GetValue(from);
    }

    private static object Expected(SampleLeaf leaf) =>
        leaf.IsTime ? DateTimeOffset.FromUnixTimeSeconds((long)leaf.Value).LocalDateTime : leaf.Value;
}
