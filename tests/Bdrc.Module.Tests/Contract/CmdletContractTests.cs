using System.Text.Json.Nodes;

namespace Bdrc.Module.Tests.Contract;

/// <summary>The cmdlets against the contract: every operation is called, and every parameter is sent with its value.</summary>
public sealed class CmdletContractTests(CmdletSession session) : IClassFixture<CmdletSession>
{
    public static IEnumerable<TheoryDataRow<string>> Operations =>
        ContractOperations.All.Select(operation => new TheoryDataRow<string>(ContractOperations.Name(operation)));

    public static IEnumerable<TheoryDataRow<string, string>> Parameters =>
        from operation in ContractOperations.All
        from parameter in operation["parameters"]!.AsArray()
        select new TheoryDataRow<string, string>(ContractOperations.Name(operation), (string)parameter!["name"]!);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Calls_the_operation(string operation)
    {
        var calls = session.CallsOf(operation);

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.NotEmpty(session.SentBy(call)));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Sends_the_parameter(string operation, string parameter)
    {
        var calls = session.CallsOf(operation)
            .Where(call => call.Sent.Any(sent => sent.Parameter == parameter)).ToList();
        var contract = ContractOperations.All.Single(candidate => ContractOperations.Name(candidate) == operation);
        var description = contract["parameters"]!.AsArray().Single(candidate => (string)candidate!["name"]! == parameter)!.AsObject();

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            var expected = call.Sent.Single(sent => sent.Parameter == parameter).Value;
            var values = session.SentBy(call).SelectMany(request => SentRequest.Values(request, contract, description)).ToList();
            Assert.NotEmpty(values);
            Assert.All(values, value => Assert.True(IsExpected(expected, value, description), $"{call.Script} sent {parameter} = {value}"));
        }
    }

    private static bool IsExpected(string? expected, string sent, JsonObject parameter)
    {
        if (expected is null)
            return sent.Length > 0;
        return (string?)parameter["style"] == "json"
            ? JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(sent))
            : string.Equals(expected, sent, StringComparison.Ordinal);
    }
}

/// <summary>The operations of the contract.</summary>
internal static class ContractOperations
{
    public static IReadOnlyList<JsonObject> All { get; } = Load();

    public static string Name(JsonObject operation) => (string)operation["name"]!;

    private static List<JsonObject> Load()
    {
        using var stream = typeof(CmdletContractTests).Assembly.GetManifestResourceStream("contract.json")!;
        return [.. JsonNode.Parse(stream)!["operations"]!.AsArray().Select(operation => operation!.AsObject())];
    }
}
