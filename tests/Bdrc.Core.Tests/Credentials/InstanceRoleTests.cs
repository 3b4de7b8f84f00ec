using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Signing;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>The RAM role of an instance, over a real socket (spec/credentials.md section 4).</summary>
public sealed class InstanceRoleTests
{
    private const string Token = "PUT /latest/api/token";
    private const string Roles = "GET /latest/meta-data/ram/security-credentials/";

    [Theory]
    [InlineData(MetadataMode.Normal, true)]
    [InlineData(MetadataMode.Hardened, true)]
    [InlineData(MetadataMode.VersionOne, false)]
    public async Task Asks_with_a_session_token_and_without_where_there_is_none(MetadataMode mode, bool withToken)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = mode;

        Assert.StartsWith("STS.", (await FetchAsync(served, string.Empty)).AccessKeyId, StringComparison.Ordinal);
        Assert.Equal([Token, Roles, Roles + "bdrc-instance"], Sent(served));
        Assert.Equal("21600", served.Sandbox.Requests[0].Header("x-aliyun-ecs-metadata-token-ttl-seconds"));
        Assert.All(served.Sandbox.Requests.Skip(1), sent => Assert.Equal(withToken, sent.Header("x-aliyun-ecs-metadata-token") is not null));
    }

    [Fact]
    public async Task Falls_back_to_version_one_when_the_token_is_good_for_nothing()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Sandbox.Faults.Add(Fault.Status(403), IdentityOperations.Metadata, times: 1);

        Assert.StartsWith("STS.", (await FetchAsync(served, string.Empty)).AccessKeyId, StringComparison.Ordinal);
        Assert.Equal([Token, Roles, Roles, Roles + "bdrc-instance"], Sent(served));
        Assert.Null(served.Sandbox.Requests[^1].Header("x-aliyun-ecs-metadata-token"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("1")]
    public async Task Never_asks_without_a_token_where_that_is_forbidden(string value)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = MetadataMode.VersionOne;
        served.Variables["ALIBABA_CLOUD_IMDSV1_DISABLED"] = value;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty));

        Assert.Equal(404, failure.StatusCode);
        Assert.Equal([Token], Sent(served));
    }

    [Fact]
    public async Task Says_that_an_instance_demands_a_token_it_does_not_give()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = MetadataMode.Forbidden;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty));

        Assert.Equal("InstanceMetadataForbidden", failure.Code);
        Assert.Contains("(403)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_a_role_the_instance_does_not_have()
    {
        await using var served = await ServedIdentity.StartAsync();
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, "other-role"));

        Assert.Equal("NoSuchInstanceRole", failure.Code);
        Assert.Contains("'other-role'", failure.Message, StringComparison.Ordinal);
        Assert.Equal([Token, Roles + "other-role"], Sent(served));
    }

    [Fact]
    public async Task Says_that_the_instance_has_no_role()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.InstanceRole = null;

        Assert.Equal("NoInstanceRole", (await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty))).Code);
        Assert.Equal([Token, Roles], Sent(served));
    }

    [Theory]
    [InlineData("a/../b c", "a%2F..%2Fb%20c")]
    [InlineData("r?x=1#y", "r%3Fx%3D1%23y")]
    public async Task Encodes_a_role_that_was_named_and_asks_for_no_other(string role, string encoded)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.InstanceRole = role;
        await FetchAsync(served, role);

        Assert.Equal([Token, Roles + encoded], Sent(served));
    }

    [Fact]
    public async Task Takes_the_name_of_the_role_from_the_variable()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Variables["ALIBABA_CLOUD_ECS_METADATA"] = "bdrc-instance";
        await FetchAsync(served, string.Empty);

        Assert.Equal([Token, Roles + "bdrc-instance"], Sent(served));
    }

    [Fact]
    public async Task Asks_nothing_where_the_metadata_is_switched_off()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Variables["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true";

        Assert.Equal("EcsMetadataDisabled", (await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty))).Code);
        Assert.Empty(served.Sandbox.Requests);
    }

    private static Task<AccessCredentials> FetchAsync(ServedIdentity served, string role) =>
        CredentialSelection.Choose(new ContextRequest { EcsRamRole = role }, served.Environment).Provider
            .GetAsync(null, TestContext.Current.CancellationToken);

    private static string[] Sent(ServedIdentity served) =>
        [.. served.Sandbox.Requests.Select(sent => $"{sent.Method} {sent.RawTarget}")];
}
