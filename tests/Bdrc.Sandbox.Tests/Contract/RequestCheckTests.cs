using System.Text.Json;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

public sealed class RequestCheckTests
{
    public static TheoryData<string> OperationNames => [.. ContractRequests.Operations.Select(operation => operation.Text("name"))];

    public static TheoryData<string, string> RequiredParameters => Parameters(parameter => parameter.GetProperty("required").GetBoolean() && parameter.Text("in") != "path");

    public static TheoryData<string, string> ClosedEnums => Parameters(parameter => parameter.TryGetProperty("enumClosed", out var closed) && closed.GetBoolean());

    public static TheoryData<string, string> Numbers => Parameters(parameter => parameter.Text("type") == "integer");

    public static TheoryData<string, string> Lists => Parameters(parameter => parameter.Text("type") == "array");

    public static TheoryData<string, string> QueryOrBody => Parameters(parameter => parameter.Text("in") != "path");

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Refuses_an_unknown_parameter(string operation)
    {
        using var fixture = new SandboxFixture();
        var request = Filled(operation);
        request.Query.Add(new("Bogus", "1"));
        (await fixture.Client.SendAsync(request)).MustBe(400, "InvalidParameter.Bogus");
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Refuses_another_action_than_the_one_of_the_path(string operation)
    {
        using var fixture = new SandboxFixture();
        var request = Filled(operation);
        request.Headers["x-acs-action"] = "DescribeNothing";
        (await fixture.Client.SendAsync(request)).MustBe(404, "InvalidAction.NotFound");
    }

    [Theory]
    [MemberData(nameof(RequiredParameters))]
    public async Task Refuses_a_request_without_a_required_parameter(string operation, string name)
    {
        using var fixture = new SandboxFixture();
        var request = Filled(operation);
        request.Query.RemoveAll(pair => pair.Key == name);
        request.Form.RemoveAll(pair => pair.Key == name);
        (await fixture.Client.SendAsync(request)).MustBe(400, "Missing" + name);
    }

    [Theory]
    [MemberData(nameof(ClosedEnums))]
    public async Task Refuses_a_value_outside_a_closed_set(string operation, string name) =>
        await RefusesAsync(operation, name, "BOGUS", "Invalid" + name);

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Refuses_a_number_that_is_none(string operation, string name) =>
        await RefusesAsync(operation, name, "ten", "Invalid" + name);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Refuses_a_list_that_is_no_JSON_array(string operation, string name)
    {
        await RefusesAsync(operation, name, "a,b", "Invalid" + name);
        await RefusesAsync(operation, name, "{\"a\":1}", "Invalid" + name);
        await RefusesAsync(operation, name, "[true]", "Invalid" + name);
    }

    [Theory]
    [MemberData(nameof(QueryOrBody))]
    public async Task Refuses_a_parameter_in_the_wrong_position(string operation, string name)
    {
        using var fixture = new SandboxFixture();
        var request = Filled(operation);
        var inQuery = ContractRequests.Operation(operation).GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.Text("name") == name).Text("in") == "query";
        var (from, to) = inQuery ? (request.Query, request.Form) : (request.Form, request.Query);
        from.RemoveAll(pair => pair.Key == name);
        to.Add(new(name, "1"));
        request.Headers["content-type"] = "application/x-www-form-urlencoded";
        (await fixture.Client.SendAsync(request)).MustBe(400, "InvalidParameter." + name);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", true)]
    [InlineData("application/json", false)]
    [InlineData("multipart/form-data", false)]
    [InlineData("application/x-www-form-urlencoded-not", false)]
    public async Task Takes_forms_of_one_content_type(string type, bool taken)
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("UpdateResources", ("ResourceType", "ACS::ECS::Instance"));
        request.Headers["content-type"] = type;
        (await fixture.Client.SendAsync(request)).MustBe(taken ? 200 : 400, taken ? null : "UnsupportedContentType");
    }

    [Theory]
    [InlineData("DescribeTasks", 1, 10)]
    [InlineData("DescribeTasks", 9999, 500)]
    [InlineData("DescribeResources", 1, 10)]
    [InlineData("DescribeResources", 9999, 100)]
    [InlineData("DescribeResources", 50, 50)]
    public async Task Moves_a_page_size_into_its_range_where_the_contract_says_so(string operation, int sent, int inEffect)
    {
        using var fixture = new SandboxFixture();
        Assert.Equal(inEffect, (await fixture.CallAsync(operation, ("MaxResults", sent))).Data.Number("MaxResults"));
    }

    [Theory]
    [InlineData("DescribeRules", 51)]
    [InlineData("DescribeRules", 0)]
    [InlineData("ListResourceCategories", 101)]
    [InlineData("ListMessages", -1)]
    public async Task Refuses_a_page_size_elsewhere(string operation, int sent) =>
        await RefusesAsync(operation, "MaxResults", sent.ToString(System.Globalization.CultureInfo.InvariantCulture), "InvalidMaxResults");

    [Fact]
    public async Task Writes_errors_in_the_form_of_the_platform()
    {
        using var fixture = new SandboxFixture();
        var response = await fixture.CallAsync("DescribeTask", ("TaskId", "t-unknown"));
        response.MustBe(404, "TaskNotFound");
        var requestId = response.Json.Text("RequestId");
        Assert.Equal(["Code", "Message", "RequestId", "HostId", "Recommend"], response.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("bdrc.sandbox.invalid", response.Json.Text("HostId"));
        Assert.Equal($"https://api.aliyun.com/troubleshoot?q=TaskNotFound&product=BDRC&requestId={requestId}", response.Json.Text("Recommend"));
        Assert.Equal(requestId, response.Header("x-acs-request-id"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", response.Header("Date"));
    }

    private static async Task RefusesAsync(string operation, string name, string value, string code)
    {
        using var fixture = new SandboxFixture();
        var request = Filled(operation);
        var inQuery = ContractRequests.Operation(operation).GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.Text("name") == name).Text("in") == "query";
        var pairs = inQuery ? request.Query : request.Form;
        pairs.RemoveAll(pair => pair.Key == name);
        pairs.Add(new(name, value));
        (await fixture.Client.SendAsync(request)).MustBe(400, code);
    }

    /// <summary>A request with something plausible for every required parameter.</summary>
    private static WireRequest Filled(string operation)
    {
        var required = ContractRequests.Operation(operation).GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("required").GetBoolean())
            .Select(parameter => (parameter.Text("name"), (object)Plausible(parameter)));
        return ContractRequests.Build(operation, [.. required]);
    }

    private static string Plausible(JsonElement parameter) => parameter.Text("name") switch
    {
        "TagResourceMatchers" => """[{"Key":"env","Operator":"KEY_EXIST"}]""",
        "SubProtectionPolicies" => """[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"sp-1234\"}"}]""",
        _ => parameter.Text("example"),
    };

    private static TheoryData<string, string> Parameters(Func<JsonElement, bool> chosen)
    {
        var data = new TheoryData<string, string>();
        foreach (var operation in ContractRequests.Operations)
        {
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray().Where(chosen))
                data.Add(operation.Text("name"), parameter.Text("name"));
        }

        return data;
    }
}
