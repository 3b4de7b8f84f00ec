using System.Net;

namespace Bdrc.Core.Tests.Contract;

/// <summary>A list of one page reports that it is truncated.</summary>
public sealed class CutListTests
{
    [Theory]
    [InlineData("DescribeProducts", BdrcDiagnosticLevel.Warning)]
    [InlineData("DescribeTopRiskyResources", BdrcDiagnosticLevel.Verbose)]
    [InlineData("DescribeProductDataRedundancyTypeStat", BdrcDiagnosticLevel.Warning)]
    public async Task Reports_a_truncated_list(string operation, BdrcDiagnosticLevel level)
    {
        var call = await CallAsync(operation, totalCount: "3");

        var report = Assert.Single(
            call.Diagnostics,
            diagnostic => diagnostic.Message.StartsWith(
                operation + " returned 2 of the 3 matching items", StringComparison.Ordinal));
        Assert.Equal(level, report.Level);
        Assert.Equal(2, call.Result.Items!.Count);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("null")]
    [InlineData("0")]
    public async Task Reports_nothing_about_a_complete_list(string totalCount)
    {
        var call = await CallAsync("DescribeProducts", totalCount);

        Assert.DoesNotContain(call.Diagnostics, diagnostic => diagnostic.Message.Contains(" matching items", StringComparison.Ordinal));
        Assert.Equal(2, call.Result.Items!.Count);
    }

    [Fact]
    public void Names_only_unmapped_fields_that_the_contract_has()
    {
        var fields = ContractFile.FieldRows().Select(row => row.Data.Item2).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(FieldCheck.UnmappedFields);
        Assert.All(FieldCheck.UnmappedFields.Keys, field => Assert.Contains(field, fields));
    }

    private static Task<ContractCall> CallAsync(string operation, string totalCount) => ContractCall.RunAsync(
        operation,
        (HttpStatusCode.OK, $$"""
            {"Data":{"Content":[{"ProductType":"oss"},{"ProductType":"ecs"}],
            "TotalCount":{{totalCount}},"NextToken":"t","MaxResults":2},"RequestId":"r"}
            """));
}
