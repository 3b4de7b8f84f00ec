using System.Net;
using System.Text.Json.Nodes;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The requests of the client agree with the contract.</summary>
public sealed class RequestTests
{
    public static IEnumerable<TheoryDataRow<string>> Operations => ContractFile.OperationRows();

    public static IEnumerable<TheoryDataRow<string>> PagedOperations => ContractFile.PagedRows();

    public static IEnumerable<TheoryDataRow<string, string>> Parameters => ContractFile.ParameterRows();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Sends_the_operation(string name)
    {
        var contract = ContractFile.Operation(name);
        var request = (await RunAsync(name)).Requests[0];

        Assert.Equal((string)contract["method"]!, request.Method);
        Assert.Equal(ExpectedPath((string)contract["path"]!), request.Path);
        Assert.Equal(name, request.Header("x-acs-action"));
        Assert.Equal("2023-08-08", request.Header("x-acs-version"));
        Assert.StartsWith("ACS3-HMAC-SHA256 Credential=LTAI5tContract,", request.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Sends_a_form_where_the_contract_has_one_and_no_body_elsewhere(string name)
    {
        var hasForm = ContractFile.Parameters(ContractFile.Operation(name)).Any(parameter => (string)parameter["in"]! == "body");
        var request = (await RunAsync(name)).Requests[0];

        Assert.Equal(hasForm ? "application/x-www-form-urlencoded" : null, request.ContentType?.MediaType);
        Assert.Equal(hasForm, !string.IsNullOrEmpty(request.Body));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Sends_no_parameter_that_the_contract_lacks(string name)
    {
        var known = ContractFile.Parameters(ContractFile.Operation(name))
            .Select(parameter => (string)parameter["name"]!).ToHashSet(StringComparer.Ordinal);

        foreach (var request in (await RunAsync(name)).Requests)
        {
            Assert.All(RecordedRequest.Pairs(request.Query), pair => Assert.Contains(pair.Name, known));
            Assert.All(RecordedRequest.Pairs(request.Body), pair => Assert.Contains(pair.Name, known));
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Sends_the_parameter_once_in_its_position_and_encoding(string operation, string parameter)
    {
        var contract = ContractFile.Parameter(operation, parameter);
        var requests = (await RunAsync(operation)).Requests;
        var request = parameter == "NextToken" ? requests[1] : requests[0];
        var expected = parameter == "NextToken" ? NextToken(operation) : SampleValues.Expected(parameter);
        switch ((string)contract["in"]!)
        {
            case "path":
                Assert.Contains("/" + Uri.EscapeDataString(expected), request.Path, StringComparison.Ordinal);
                break;
            case "query":
                AssertValue(contract, expected, Assert.Single(RecordedRequest.Values(request.Query, parameter)));
                Assert.Empty(RecordedRequest.Values(request.Body, parameter));
                break;
            default:
                AssertValue(contract, expected, Assert.Single(RecordedRequest.Values(request.Body, parameter)));
                Assert.Empty(RecordedRequest.Values(request.Query, parameter));
                break;
        }
    }

    [Theory]
    [MemberData(nameof(PagedOperations))]
    public async Task Sends_the_filters_with_the_next_page_as_well(string operation)
    {
        var requests = (await RunAsync(operation)).Requests;

        Assert.Equal(2, requests.Count);
        Assert.Empty(RecordedRequest.Values(requests[0].Query, "NextToken"));
        Assert.Equal(requests[0].Path, requests[1].Path);
        Assert.Equal(
            RecordedRequest.Pairs(requests[0].Query).Order(),
            RecordedRequest.Pairs(requests[1].Query).Where(pair => pair.Name != "NextToken").Order());
    }

    [Theory]
    [MemberData(nameof(RetriedOperations))]
    public async Task Retries_with_the_same_values_and_a_new_nonce(string name)
    {
        if (BdrcOperations.All.Single(operation => operation.Name == name).Idempotency == Idempotency.None)
        {
            var failure = await Assert.ThrowsAsync<BdrcException>(() => ContractCall.RunAsync(name, Unavailable));
            Assert.Equal(1, failure.Attempts);
            Assert.True(failure.OutcomeUnknown);
            return;
        }

        var requests = (await ContractCall.RunAsync(name, Unavailable, Good(name))).Requests;

        Assert.Equal(requests[0].Body, requests[1].Body);
        Assert.Equal(requests[0].Query, requests[1].Query);
        Assert.NotEqual(requests[0].Header("x-acs-signature-nonce"), requests[1].Header("x-acs-signature-nonce"));
    }

    /// <summary>All but the service switch: after a fault its state is read first. RetryTests covers it.</summary>
    public static TheoryData<string> RetriedOperations =>
        [.. BdrcOperations.All.Select(operation => operation.Name).Except(["OpenBdrcService", "CloseBdrcService"])];

    private static (HttpStatusCode Status, string Body) Unavailable =>
        (HttpStatusCode.ServiceUnavailable, """{"Code":"ServiceUnavailable","Message":"m","RequestId":"r"}""");

    private static (HttpStatusCode Status, string Body) Good(string operation)
    {
        var response = new SampleResponse(ContractFile.Operation(operation)).Json;
        (response["Data"] as JsonObject)?.Remove("NextToken");
        return (HttpStatusCode.OK, response.ToJsonString());
    }

    private static Task<ContractCall> RunAsync(string operation) =>
        ContractCall.RunAsync(operation, new SampleResponse(ContractFile.Operation(operation)));

    private static string NextToken(string operation) =>
        (string)new SampleResponse(ContractFile.Operation(operation)).Leaves.Single(leaf => leaf.Path == "Data.NextToken").Value;

    private static string ExpectedPath(string path) => string.Join('/', path.Split('/').Select(segment =>
        segment.StartsWith('{') ? Uri.EscapeDataString(SampleValues.Expected(segment.Trim('{', '}'))) : segment));

    // A list is one value, its JSON text. The writer may escape letters in different ways.
    private static void AssertValue(JsonObject contract, string expected, string sent)
    {
        var decoded = Uri.UnescapeDataString(sent);
        Assert.Equal(Uri.EscapeDataString(decoded), sent);
        if ((string?)contract["style"] == "json")
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(decoded)), decoded);
        else
            Assert.Equal(expected, decoded);
    }
}
