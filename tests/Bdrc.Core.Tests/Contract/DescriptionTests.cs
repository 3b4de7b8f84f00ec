using System.Text.Json.Nodes;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The descriptions of the operations against the contract.</summary>
public sealed class DescriptionTests
{
    public static IEnumerable<TheoryDataRow<string>> Operations => ContractFile.OperationRows();

    [Fact]
    public void Describes_the_operations_of_the_contract_and_no_others()
    {
        Assert.Equal(ContractFile.OperationCount, ContractFile.Operations.Count);
        Assert.Equal(
            ContractFile.Names.Order(StringComparer.Ordinal),
            BdrcOperations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Describes_the_operation_as_the_contract_does(string name) => Assert.Empty(Differences(name, ContractFile.Operation(name)));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Describes_the_idempotency_as_the_contract_does(string name)
    {
        var contract = ContractFile.Operation(name);
        var expected = (string)contract["method"]! == "GET" ? Idempotency.Read
            : name.StartsWith("Delete", StringComparison.Ordinal) ? Idempotency.Removal
            : contract["idempotencyToken"] is not null || (bool?)contract["idempotent"] == true ? Idempotency.Idempotent
            : Idempotency.None;

        Assert.Equal(expected, Described(name).Idempotency);
    }

    [Fact]
    public void Detects_a_parameter_that_the_description_lacks()
    {
        var changed = ContractFile.Operation("CheckRules").DeepClone().AsObject();
        changed["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "Added", ["in"] = "query" });

        Assert.Equal(["CheckRules: Added Query is not described"], Differences("CheckRules", changed));
    }

    [Fact]
    public void Detects_a_parameter_that_the_contract_lacks()
    {
        var changed = ContractFile.Operation("CheckRules").DeepClone().AsObject();
        changed["parameters"]!.AsArray().RemoveAt(1);

        Assert.Equal(["CheckRules: RuleId Form is not in the contract"], Differences("CheckRules", changed));
    }

    private static Operation Described(string name) => Assert.Single(BdrcOperations.All, operation => operation.Name == name);

    private static List<string> Differences(string name, JsonObject contract)
    {
        var described = Described(name);
        var expected = ContractFile.Parameters(contract)
            .Select(parameter => $"{parameter["name"]} {Position((string)parameter["in"]!)}").ToList();
        var actual = described.Parameters.Select(parameter => $"{parameter.Key} {parameter.Value}").ToList();
        var differences = new List<string>();
        if (described.Method != (string)contract["method"]!)
            differences.Add($"{name}: method {described.Method}");
        if (described.Path != (string)contract["path"]!)
            differences.Add($"{name}: path {described.Path}");
        differences.AddRange(expected.Except(actual, StringComparer.Ordinal).Select(missing => $"{name}: {missing} is not described"));
        differences.AddRange(
            actual.Except(expected, StringComparer.Ordinal).Select(unknown => $"{name}: {unknown} is not in the contract"));
        return differences;
    }

    private static ParameterPosition Position(string position) => position switch
    {
        "path" => ParameterPosition.Path,
        "query" => ParameterPosition.Query,
        _ => ParameterPosition.Form,
    };
}
