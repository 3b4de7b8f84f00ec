using Bdrc.Sandbox.Server.Identity.Roles;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class StsTests
{
    [Fact]
    public async Task Takes_a_role_on_for_an_hour()
    {
        using var fixture = new IdentityFixture();
        var response = await fixture.Client.AssumeRoleAsync();
        var keys = response.Keys();
        Assert.StartsWith("STS.", keys.Text("AccessKeyId"), StringComparison.Ordinal);
        Assert.Equal("2026-01-02T04:04:05Z", keys.Text("Expiration"));
        var user = response.Json.GetProperty("AssumedRoleUser");
        Assert.Equal("acs:ram::1580000000000001:assumed-role/bdrc-operator/tester", user.Text("Arn"));
        Assert.EndsWith(":tester", user.Text("AssumedRoleId"), StringComparison.Ordinal);
        Assert.Equal(response.Header("x-acs-request-id"), response.Json.Text("RequestId"));
    }

    [Fact]
    public async Task Takes_a_role_on_from_another()
    {
        using var fixture = new IdentityFixture();
        var first = (await fixture.Client.AssumeRoleAsync()).Keys();
        var request = IdentityRequests.Sts("AssumeRole", ("RoleArn", "acs:ram::1580000000000001:role/bdrc-runner"), ("RoleSessionName", "second"));
        var second = (await fixture.Client.SendWithAsync(first, request)).Keys();
        var identity = await fixture.Client.SendWithAsync(second, IdentityRequests.Sts("GetCallerIdentity"));
        Assert.Equal("acs:ram::1580000000000001:assumed-role/bdrc-runner/second", identity.Json.Text("Arn"));
    }

    [Theory]
    [InlineData("RoleArn", "", 400, "MissingRoleArn")]
    [InlineData("RoleArn", "bdrc-operator", 400, "InvalidParameter.RoleArn")]
    [InlineData("RoleArn", "acs:ram::1580000000000001:role/nobody", 404, "EntityNotExist.Role")]
    [InlineData("RoleArn", "acs:ram::1580000000000002:role/bdrc-operator", 404, "EntityNotExist.Role")]
    [InlineData("RoleSessionName", "", 400, "MissingRoleSessionName")]
    [InlineData("RoleSessionName", "x", 400, "InvalidParameter.RoleSessionName")]
    [InlineData("RoleSessionName", "with blank", 400, "InvalidParameter.RoleSessionName")]
    [InlineData("DurationSeconds", "899", 400, "InvalidParameter.DurationSeconds")]
    [InlineData("DurationSeconds", "3601", 400, "InvalidParameter.DurationSeconds")]
    [InlineData("DurationSeconds", "an hour", 400, "InvalidParameter.DurationSeconds")]
    [InlineData("Policy", "", 400, "InvalidParameter.Policy")]
    [InlineData("Policy", "allow all", 400, "InvalidParameter.PolicyGrammar")]
    [InlineData("Policy", "{\"Version\":\"1\"}", 400, "InvalidParameter.PolicyGrammar")]
    [InlineData("ExternalId", "x", 400, "InvalidParameter.ExternalId")]
    public async Task Refuses_a_wrong_parameter(string name, string value, int status, string code)
    {
        using var fixture = new IdentityFixture();
        var request = IdentityRequests.Sts("AssumeRole", ("RoleArn", IdentityRequests.RoleArn), ("RoleSessionName", "tester"));
        request.Query.RemoveAll(pair => pair.Key == name);
        request.Query.Add(new(name, value));
        (await fixture.Client.SendAsync(request)).MustBe(status, code);
    }

    [Fact]
    public async Task Accepts_a_policy_and_the_duration_that_the_role_allows()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.Roles.Find("bdrc-operator")!.MaxSessionDuration = TimeSpan.FromHours(12);
        var keys = (await fixture.Client.AssumeRoleAsync(("DurationSeconds", "43200"), ("Policy", "{\"Version\":\"1\",\"Statement\":[]}"))).Keys();
        Assert.Equal("2026-01-02T15:04:05Z", keys.Text("Expiration"));
    }

    [Fact]
    public async Task Wants_the_external_id_that_the_role_demands()
    {
        using var fixture = new IdentityFixture();
        fixture.Identity.Roles.Find("bdrc-operator")!.ExternalId = "abc-123";
        (await fixture.Client.AssumeRoleAsync()).MustBe(403, "NoPermission");
        (await fixture.Client.AssumeRoleAsync(("ExternalId", "abc-124"))).MustBe(403, "NoPermission");
        (await fixture.Client.AssumeRoleAsync(("ExternalId", "abc-123"))).MustBe(200);
    }

    [Fact]
    public async Task Knows_roles_that_were_added_and_forgets_those_removed()
    {
        using var fixture = new IdentityFixture();
        var roles = fixture.Identity.Roles;
        Assert.True(roles.Remove("bdrc-operator"));
        Assert.False(roles.Remove("bdrc-operator"));
        (await fixture.Client.AssumeRoleAsync()).MustBe(404, "EntityNotExist.Role");
        roles.Add(new SandboxRole("bdrc-operator"));
        (await fixture.Client.AssumeRoleAsync()).MustBe(200);
    }

    [Fact]
    public async Task Checks_signature_time_nonce_and_version()
    {
        using var fixture = new IdentityFixture();
        var unsigned = await fixture.Client.SendAsync(IdentityRequests.Sts("AssumeRole"), request => request.Headers.Remove("authorization"));
        unsigned.MustBe(400, "MissingAuthorization");
        var changed = await fixture.Client.SendAsync(IdentityRequests.Sts("GetCallerIdentity"), request => request.Query.Add(new("RoleArn", "x")));
        changed.MustBe(400, "SignatureDoesNotMatch");
        var version = IdentityRequests.Sts("GetCallerIdentity");
        version.Headers["x-acs-version"] = "2023-08-08";
        (await fixture.Client.SendAsync(version)).MustBe(400, "InvalidVersion");
        var late = IdentityRequests.Sts("GetCallerIdentity");
        late.Headers["x-acs-date"] = "2026-01-02T02:04:05Z";
        (await fixture.Client.SendAsync(late)).MustBe(400, "InvalidTimeStamp.Expired");
        var again = IdentityRequests.Sts("GetCallerIdentity");
        again.Headers["x-acs-signature-nonce"] = "once";
        (await fixture.Client.SendAsync(again)).MustBe(200);
        (await fixture.Client.SendAsync(again)).MustBe(400, "SignatureNonceUsed");
    }

    [Fact]
    public async Task Says_who_calls()
    {
        using var fixture = new IdentityFixture();
        var user = (await fixture.Client.SendAsync(IdentityRequests.Sts("GetCallerIdentity"))).Json;
        Assert.Equal(("RAMUser", "1580000000000001"), (user.Text("IdentityType"), user.Text("AccountId")));
        Assert.Equal("acs:ram::1580000000000001:user/sandbox", user.Text("Arn"));
        Assert.Equal(user.Text("PrincipalId"), user.Text("UserId"));
        var assumed = await fixture.Client.AssumeRoleAsync();
        var role = (await fixture.Client.SendWithAsync(assumed.Keys(), IdentityRequests.Sts("GetCallerIdentity"))).Json;
        Assert.Equal("AssumedRoleUser", role.Text("IdentityType"));
        Assert.Equal(assumed.Json.GetProperty("AssumedRoleUser").Text("Arn"), role.Text("Arn"));
        Assert.Equal(role.Text("RoleId") + ":tester", role.Text("PrincipalId"));
    }

    [Fact]
    public async Task Does_not_know_other_actions_and_methods()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.SendAsync(IdentityRequests.Sts("GetSessionAccessKey"))).MustBe(404, "InvalidAction.NotFound");
        (await fixture.Client.PlainAsync("POST", IdentityPaths.Sts)).MustBe(404, "InvalidAction.NotFound");
        var request = IdentityRequests.Sts("GetCallerIdentity");
        request.Method = "DELETE";
        (await fixture.Client.SendAsync(request)).MustBe(405, "UnsupportedHTTPMethod");
    }

    [Theory]
    [InlineData("/", "bdrc.sandbox.invalid")]
    [InlineData("/", "sts.aliyuncs.com")]
    [InlineData("/", "sts-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("/identity/sts", "127.0.0.1:5080")]
    [InlineData("/identity/sts/", "127.0.0.1:5080")]
    public async Task Is_there_at_its_own_hosts_at_the_root_and_under_the_prefix(string path, string host)
    {
        using var fixture = new IdentityFixture();
        var request = IdentityRequests.Sts("GetCallerIdentity");
        (request.Path, request.Host) = (path, host);
        (await fixture.Client.SendAsync(request)).MustBe(200);
    }

    [Fact]
    public async Task Leaves_the_root_to_BDRC_for_other_versions()
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.SendAsync(new WireRequest("DescribeTasks", "GET", "/"))).MustBe(404, "InvalidAction.NotFound");
    }

    [Fact]
    public async Task Is_not_in_the_quota_of_BDRC()
    {
        using var fixture = new IdentityFixture(options => options.RequestsPerSecond = 1);
        (await fixture.Client.AssumeRoleAsync()).MustBe(200);
        (await fixture.Client.AssumeRoleAsync()).MustBe(200);
        (await fixture.Client.CallAsync("DescribeTasks")).MustBe(200);
    }
}
