using Bdrc.Core.Contexts;
using Bdrc.Core.Tests.Credentials;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Core.Tests.Contexts;

/// <summary>Reads the region of an instance over a real socket.</summary>
public sealed class ServedRegionTests
{
    [Theory]
    [InlineData(MetadataMode.Normal)]
    [InlineData(MetadataMode.Hardened)]
    [InlineData(MetadataMode.VersionOne)]
    public async Task Uses_the_region_of_the_instance_with_its_role(MetadataMode mode)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = mode;
        served.Identity.InstanceRegion = "ap-southeast-1";
        foreach (var role in (string?[])[null, string.Empty, "bdrc-instance"])
        {
            var context = await CreateAsync(served, new ContextRequest { EcsRamRole = role });

            Assert.Equal("ap-southeast-1", context.Region);
            Assert.Equal("https://bdrc.ap-southeast-1.aliyuncs.com/", context.Endpoint.AbsoluteUri);
            Assert.Equal("the instance metadata", ContextFactory.RegionSource(context));
        }
    }

    [Fact]
    public async Task Uses_the_region_of_the_instance_with_a_role_that_it_assumes()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.WriteProfile($""" "mode":"RamRoleArnWithEcs","ram_role_arn":"{ServedIdentity.Role}" """, region: null);

        Assert.Equal("cn-shanghai", (await CreateAsync(served, new ContextRequest { ProfileName = "p" })).Region);
        Assert.Equal("cn-shanghai", (await CreateAsync(served, new ContextRequest { RoleArn = ServedIdentity.Role })).Region);
    }

    [Fact]
    public async Task Reports_a_missing_region_when_the_instance_refuses_the_request()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = MetadataMode.Forbidden;

        Assert.Equal("NoRegion", (await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(served, new ContextRequest()))).Code);
    }

    [Fact]
    public async Task Does_not_query_the_instance_for_the_region_of_other_credentials()
    {
        await using var served = await ServedIdentity.StartAsync();
        var request = new ContextRequest { CredentialsUri = new Uri(served.Address, IdentityPaths.CredentialsUri).ToString() };

        Assert.Equal("NoRegion", (await Assert.ThrowsAsync<BdrcException>(() => CreateAsync(served, request))).Code);
        Assert.Empty(served.Sandbox.Requests);
    }

    private static Task<BdrcContext> CreateAsync(ServedIdentity served, ContextRequest request) =>
        ContextFactory.CreateAsync(request, served.Context, onDiagnostic: null, TestContext.Current.CancellationToken);
}
