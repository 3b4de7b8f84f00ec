using System.Net;

namespace Bdrc.Core.Tests.Contract;

/// <summary>A list that has one page only says when the service keeps something back.</summary>
public sealed class CutListTests
{
    [Theory]
    [InlineData("DescribeProducts", BdrcDiagnosticLevel.Warning)]
    [InlineData("DescribeTopRiskyResources", BdrcDiagnosticLevel.Verbose)]
    [InlineData("DescribeProductDataRedundancyTypeStat", BdrcDiagnosticLevel.Warning)]
    public async Task Says_that_more_exists_than_was_given(string operation, BdrcDiagnosticLevel level)
    {
        var call = await CallAsync(operation, totalCount: "3");

        var said = Assert.Single(call.Diagnostics, diagnostic => diagnostic.Message.StartsWith(operation + " returned 2 of the 3 matching items", StringComparison.Ordinal));
        Assert.Equal(level, said.Level);
        Assert.Equal(2, call.Result.Items!.Count);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("null")]
    [InlineData("0")]
    public async Task Says_nothing_of_a_whole_list(string totalCount)
    {
        var call = await CallAsync("DescribeProducts", totalCount);

        Assert.DoesNotContain(call.Diagnostics, diagnostic => diagnostic.Message.Contains(" matching items", StringComparison.Ordinal));
        Assert.Equal(2, call.Result.Items!.Count);
    }

    [Fact]
    public void Excuses_only_fields_that_the_contract_has()
    {
        var fields = ContractFile.FieldRows().Select(row => row.Data.Item2).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(FieldCheck.Excuses);
        Assert.All(FieldCheck.Excuses.Keys, excused => Assert.Contains(excused, fields));
    }

    private static Task<ContractCall> CallAsync(string operation, string totalCount) => ContractCall.RunAsync(
        operation,
        (HttpStatusCode.OK, $$"""{"Data":{"Content":[{"ProductType":"oss"},{"ProductType":"ecs"}],"TotalCount":{{totalCount}},"NextToken":"t","MaxResults":2},"RequestId":"r"}"""));
}
