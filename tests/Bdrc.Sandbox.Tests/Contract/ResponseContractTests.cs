using System.Text.Json;
using Bdrc.Sandbox.Operations;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

public sealed class ResponseContractTests(RecordedResponses responses) : IClassFixture<RecordedResponses>
{
    public static TheoryData<string> OperationNames => [.. ContractRequests.Operations.Select(operation => operation.Text("name"))];

    public static TheoryData<string, string> Properties
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in ContractRequests.Operations)
            {
                foreach (var (path, _) in ResponseSchema.Leaves(operation.GetProperty("response"), string.Empty))
                    data.Add(operation.Text("name"), path);
            }

            return data;
        }
    }

    [Fact]
    public void Has_as_many_operations_as_the_contract_states() =>
        Assert.Equal(ContractRequests.OperationCount, OperationNames.Count);

    [Fact]
    public void Has_no_handler_that_is_not_in_the_contract() =>
        Assert.Equal(OperationNames.Select(row => row.Data).Order(), OperationTable.Names.Order());

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Has_a_handler_for_the_operation(string operation) => Assert.NotNull(OperationTable.Find(operation));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Returns_the_property_with_the_right_type(string operation, string path)
    {
        var schema = ResponseSchema.Leaves(ContractRequests.Operation(operation).GetProperty("response"), string.Empty)
            .Single(leaf => leaf.Path == path).Schema;
        var found = responses.Of(operation)
            .SelectMany(response => ResponseSchema.Values(response, path))
            .Where(value => value.ValueKind != JsonValueKind.Null)
            .ToList();
        Assert.True(found.Count > 0, $"No response of {operation} has {path}.");
        Assert.All(found, value => Assert.Contains(value.ValueKind, ResponseSchema.Kinds(schema)));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void Returns_no_property_that_is_not_in_the_contract(string operation)
    {
        var schema = ContractRequests.Operation(operation).GetProperty("response");
        Assert.All(
            responses.Of(operation),
            response => Assert.Empty(ResponseSchema.UnknownMembers(response, schema, string.Empty)));
    }
}
