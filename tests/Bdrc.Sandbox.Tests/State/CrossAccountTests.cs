using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class CrossAccountTests
{
    [Fact]
    public async Task Widens_what_ResourceOwnerIds_may_name_when_the_task_is_complete()
    {
        using var fixture = new SandboxFixture();
        (string, object) owners = ("ResourceOwnerIds", $"[{SandboxAccounts.AccountId},{SandboxAccounts.ProductionAccountId}]");
        (await fixture.CallAsync("DescribeResources", owners)).MustBe(403, "NoPermission");
        (await fixture.CallAsync("EnableCrossAccountManagement")).MustBe(200);
        (await AddAsync(fixture, "ACCOUNT", "1580000000000002")).MustBe(200);
        (await fixture.CallAsync("DescribeResources", owners)).MustBe(403, "NoPermission");

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var both = await Listing.AllAsync(fixture, "DescribeResources", owners);
        Assert.Equal(220, both.Count);
        Assert.Equal(20, both.Count(resource => resource.Number("ResourceOwnerId") == SandboxAccounts.ProductionAccountId));
        Assert.Equal(20, (await Listing.AllAsync(fixture, "DescribeResources", ("ResourceOwnerIds", "[1580000000000002]"))).Count);
        Assert.Equal(20, (await fixture.CallAsync("DescribeProducts", ("ResourceOwnerIds", "[1580000000000002]"))).Content.Sum(product => product.Number("TotalResourceCount")));
        Assert.Equal(200, (await Listing.AllAsync(fixture, "DescribeResources")).Count);
    }

    [Fact]
    public async Task Must_be_enabled_first()
    {
        using var fixture = new SandboxFixture();
        (await AddAsync(fixture, "ACCOUNT", "1580000000000002")).MustBe(403, "InvalidRdAccount.NotEnabledRdTrustedService");
        Assert.Empty((await fixture.CallAsync("ListCrossAccounts")).Content);
    }

    [Fact]
    public async Task Brings_the_accounts_of_a_folder_in_and_takes_them_out_again()
    {
        using var fixture = new SandboxFixture();
        await fixture.CallAsync("EnableCrossAccountManagement");
        (await AddAsync(fixture, "FOLDER", SandboxAccounts.ProductionFolderId)).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var managed = (await fixture.CallAsync("ListCrossAccounts")).Content;
        Assert.Equal(["MANUAL", "AUTO", "AUTO"], managed.Select(target => target.Text("ManagementMode")));
        Assert.Equal(["", "fd-production", "fd-production"], managed.Select(target => target.Text("ParentTargetId")));
        Assert.Equal(2, (await fixture.CallAsync("ListCrossAccounts", ("ManagementMode", "AUTO"), ("TargetType", "ACCOUNT"))).Content.Count);
        Assert.Empty((await fixture.CallAsync("ListCrossAccounts", ("CrossAccountOwnerId", 1))).Content);

        await fixture.FinishAsync("UpdateCrossAccounts", ("DeleteTargets", """[{"TargetId":"fd-production","TargetType":"FOLDER"}]"""));
        Assert.Empty((await fixture.CallAsync("ListCrossAccounts")).Content);
        (await fixture.CallAsync("DescribeResources", ("ResourceOwnerIds", "[1580000000000002]"))).MustBe(403, "NoPermission");
    }

    [Fact]
    public async Task Brings_everything_in_with_the_directory()
    {
        using var fixture = new SandboxFixture();
        await fixture.CallAsync("EnableCrossAccountManagement");
        (await AddAsync(fixture, "RESOURCE_DIRECTORY", SandboxAccounts.ResourceDirectoryId)).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(7, (await fixture.CallAsync("ListCrossAccounts")).Content.Count);
    }

    [Theory]
    [InlineData("ACCOUNT", "12", "InvalidRdEntityId.IncorrectFormat")]
    [InlineData("FOLDER", "1580000000000002", "InvalidRdEntityId.IncorrectFormat")]
    [InlineData("ACCOUNT", "1580000000000099", "InvalidRdAccount.NotInResourceDirectory")]
    [InlineData("FOLDER", "fd-elsewhere", "InvalidRdAccount.NotInResourceDirectory")]
    public async Task Refuses_a_target_that_is_not_in_the_directory(string type, string id, string code)
    {
        using var fixture = new SandboxFixture();
        await fixture.CallAsync("EnableCrossAccountManagement");
        (await AddAsync(fixture, type, id)).MustBe(400, code);
    }

    [Fact]
    public async Task Shows_no_resource_of_an_account_that_is_not_managed()
    {
        using var fixture = new SandboxFixture();
        await fixture.CallAsync("EnableCrossAccountManagement");
        await AddAsync(fixture, "ACCOUNT", "1580000000000005");
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var arn = (await fixture.CallAsync("DescribeResources", ("ResourceOwnerIds", "[1580000000000005]"))).Content[0].Text("ResourceArn");
        (await fixture.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).MustBe(200);
        await fixture.FinishAsync("UpdateCrossAccounts", ("DeleteTargets", """[{"TargetId":"1580000000000005","TargetType":"ACCOUNT"}]"""));
        (await fixture.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).MustBe(404, "ResourceNotFound");
    }

    private static Task<SandboxHttpResponse> AddAsync(SandboxFixture fixture, string type, string id) =>
        fixture.CallAsync("UpdateCrossAccounts", ("CreateTargets", $$"""[{"TargetId":"{{id}}","TargetType":"{{type}}"}]"""));
}
