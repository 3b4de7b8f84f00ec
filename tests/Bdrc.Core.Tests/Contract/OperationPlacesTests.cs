namespace Bdrc.Core.Tests.Contract;

/// <summary>Every operation of the contract is in every place of docs/adding-an-operation.md.</summary>
public sealed class OperationPlacesTests
{
    [Fact]
    public void Every_operation_of_the_contract_is_in_every_place()
    {
        var places = new OperationPlaces(RepositoryFolder.Path);

        var incomplete = ContractFile.Names.Select(name => (Name: name, Missing: places.Missing(name)))
            .Where(operation => operation.Missing.Count > 0)
            .Select(operation => $"{operation.Name}: {string.Join("; ", operation.Missing)}");

        Assert.Empty(incomplete);
    }

    [Fact]
    public void Names_every_place_that_lacks_an_operation_which_is_only_in_the_contract() => Assert.Equal(
        [
            "no description in BdrcOperations.cs",
            "no method of BdrcClient",
            "no cmdlet, thus no entry in Bdrc.psd1, no help in en-US, no help in zh-CN",
            "no handler in the sandbox",
        ],
        new OperationPlaces(RepositoryFolder.Path).Missing("DescribePlantedThings"));

    [Theory]
    [InlineData("Commands/en-US/Get-BdrcTopRiskyResource.xml", "no help file Commands/en-US/Get-BdrcTopRiskyResource.xml")]
    [InlineData("Commands/zh-CN/Get-BdrcTopRiskyResource.xml", "no help file Commands/zh-CN/Get-BdrcTopRiskyResource.xml")]
    [InlineData("Syntax/Get-BdrcTopRiskyResource.xml", "no help file Syntax/Get-BdrcTopRiskyResource.xml")]
    [InlineData(
        "/GetBdrcTopRiskyResourceCommand.cs", "no cmdlet, thus no entry in Bdrc.psd1, no help in en-US, no help in zh-CN")]
    [InlineData("/Bdrc.Sandbox/", "no handler in the sandbox")]
    [InlineData("Bdrc.psd1", "no Get-BdrcTopRiskyResource in Bdrc.psd1")]
    [InlineData("Bdrc.format.ps1xml", "no view of BdrcResource in Bdrc.format.ps1xml")]
    [InlineData("TableObjects.cs", "no object of BdrcResource in TableObjects.cs")]
    public void Names_the_one_place_that_lacks_an_operation(string hidden, string expected) =>
        Assert.Equal([expected], new OperationPlaces(RepositoryFolder.Path, hidden).Missing("DescribeTopRiskyResources"));
}
