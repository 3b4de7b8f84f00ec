using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The contract as the sandbox ships it; the cases of these tests are made from it.</summary>
internal static class ContractFile
{
    private static readonly JsonObject Root = Load();

    /// <summary>The number of operations that the contract states. It guards against a lost operation.</summary>
    public static int OperationCount => (int)Root["operationCount"]!;

    public static IReadOnlyList<JsonObject> Operations { get; } =
        [.. Root["operations"]!.AsArray().Select(operation => operation!.AsObject())];

    public static IEnumerable<string> Names => Operations.Select(operation => (string)operation["name"]!);

    public static JsonObject Operation(string name) => Operations.Single(operation => (string)operation["name"]! == name);

    public static IEnumerable<JsonObject> Parameters(JsonObject operation) =>
        operation["parameters"]!.AsArray().Select(parameter => parameter!.AsObject());

    public static JsonObject Parameter(string operation, string name) =>
        Parameters(Operation(operation)).Single(parameter => (string)parameter["name"]! == name);

    public static bool IsPaged(string operation) =>
        Parameters(Operation(operation)).Any(parameter => (string)parameter["name"]! == "NextToken");

    public static IEnumerable<TheoryDataRow<string>> OperationRows() => Names.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> PagedRows() => Names.Where(IsPaged).Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string, string>> ParameterRows() =>
        from operation in Operations
        from parameter in Parameters(operation)
        select new TheoryDataRow<string, string>((string)operation["name"]!, (string)parameter["name"]!);

    public static IEnumerable<TheoryDataRow<string, string>> FieldRows() =>
        from operation in Operations
        from leaf in new SampleResponse(operation).Leaves
        where !leaf.Path.Contains("[1]", StringComparison.Ordinal)
        select new TheoryDataRow<string, string>((string)operation["name"]!, leaf.Path.Replace("[0]", "[]", StringComparison.Ordinal));

    private static JsonObject Load()
    {
        using var stream = typeof(ContractFile).Assembly.GetManifestResourceStream("contract.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
