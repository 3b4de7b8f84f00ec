using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Signing;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Fetches the credentials of an instance role over a real socket (spec/credentials.md section 4).</summary>
public sealed class InstanceRoleTests
{
    private const string Token = "PUT /latest/api/token";
    private const string Roles = "GET /latest/meta-data/ram/security-credentials/";

    [Theory]
    [InlineData(MetadataMode.Normal, true)]
    [InlineData(MetadataMode.Hardened, true)]
    [InlineData(MetadataMode.VersionOne, false)]
    public async Task Sends_a_session_token_when_the_instance_issues_one(MetadataMode mode, bool withToken)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = mode;

        Assert.StartsWith("STS.", (await FetchAsync(served, string.Empty)).AccessKeyId, StringComparison.Ordinal);
        Assert.Equal([Token, Roles, Roles + "bdrc-instance"], Sent(served));
        Assert.Equal("21600", served.Sandbox.Requests[0].Header("x-aliyun-ecs-metadata-token-ttl-seconds"));
        Assert.All(
            served.Sandbox.Requests.Skip(1),
            sent => Assert.Equal(withToken, sent.Header("x-aliyun-ecs-metadata-token") is not null));
    }

    [Fact]
    public async Task Falls_back_to_version_1_when_the_instance_rejects_its_token()
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
    public async Task Never_queries_without_a_token_when_version_1_is_disabled(string value)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = MetadataMode.VersionOne;
        served.Variables["ALIBABA_CLOUD_IMDSV1_DISABLED"] = value;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty));

        Assert.Equal(404, failure.StatusCode);
        Assert.Equal([Token], Sent(served));
    }

    [Fact]
    public async Task Reports_an_instance_that_requires_a_token_but_issues_none()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.MetadataMode = MetadataMode.Forbidden;
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty));

        Assert.Equal("InstanceMetadataForbidden", failure.Code);
        Assert.Contains("(403)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_the_name_of_a_role_that_the_instance_does_not_have()
    {
        await using var served = await ServedIdentity.StartAsync();
        var failure = await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, "other-role"));

        Assert.Equal("NoSuchInstanceRole", failure.Code);
        Assert.Contains("'other-role'", failure.Message, StringComparison.Ordinal);
        Assert.Equal([Token, Roles + "other-role"], Sent(served));
    }

    [Fact]
    public async Task Reports_an_instance_without_a_role()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.InstanceRole = null;

        Assert.Equal("NoInstanceRole", (await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty))).Code);
        Assert.Equal([Token, Roles], Sent(served));
    }

    [Theory]
    [InlineData("a/../b c", "a%2F..%2Fb%20c")]
    [InlineData("r?x=1#y", "r%3Fx%3D1%23y")]
    public async Task Encodes_the_name_of_a_role_and_queries_only_that_role(string role, string encoded)
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Identity.InstanceRole = role;
        await FetchAsync(served, role);

        Assert.Equal([Token, Roles + encoded], Sent(served));
    }

    [Fact]
    public async Task Reads_the_name_of_the_role_from_a_variable()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Variables["ALIBABA_CLOUD_ECS_METADATA"] = "bdrc-instance";
        await FetchAsync(served, string.Empty);

        Assert.Equal([Token, Roles + "bdrc-instance"], Sent(served));
    }

    [Fact]
    public async Task Sends_no_request_when_the_metadata_is_disabled()
    {
        await using var served = await ServedIdentity.StartAsync();
        served.Variables["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true";

        Assert.Equal("EcsMetadataDisabled", (await Assert.ThrowsAsync<BdrcException>(() => FetchAsync(served, string.Empty))).Code);
        Assert.Empty(served.Sandbox.Requests);
    }

    private static Task<AccessCredentials> FetchAsync(ServedIdentity served, string role) =>
        CredentialSelection.Choose(new ContextRequest { EcsRamRole = role }, served.Context).Provider
            .GetAsync(null, TestContext.Current.CancellationToken);

    private static string[] Sent(ServedIdentity served) =>
        [.. served.Sandbox.Requests.Select(sent => $"{sent.Method} {sent.RawTarget}")];
}
