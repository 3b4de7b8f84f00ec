using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class TemporaryKeyTests
{
    [Fact]
    public async Task Opens_BDRC_until_it_expires_by_the_clock_of_the_sandbox()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.AssumeRoleAsync(("DurationSeconds", "900"))).Keys();
        Assert.Equal("2026-01-02T03:19:05Z", keys.Text("Expiration"));
        fixture.Clock.Advance(TimeSpan.FromSeconds(899));
        (await fixture.Client.CallWithAsync(keys)).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await fixture.Client.CallWithAsync(keys)).MustBe(400, "InvalidSecurityToken.Expired");
        (await fixture.Client.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Is_refused_with_the_token_of_another_key()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.AssumeRoleAsync()).Keys();
        var others = (await fixture.Client.AssumeRoleAsync()).Keys();
        Assert.NotEqual(keys.Text("AccessKeyId"), others.Text("AccessKeyId"));
        (await fixture.Client.CallWithAsync(keys, others.Text("SecurityToken"))).MustBe(400, "InvalidSecurityToken.MismatchWithAccessKey");
    }

    [Fact]
    public async Task Is_refused_without_its_token()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.AssumeRoleAsync()).Keys();
        (fixture.Client.AccessKeyId, fixture.Client.AccessKeySecret) = (keys.Text("AccessKeyId"), keys.Text("AccessKeySecret"));
        (await fixture.Client.CallAsync("DescribeTasks")).MustBe(400, "MissingSecurityToken");
    }

    [Fact]
    public async Task Is_refused_with_a_token_that_is_not_signed()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.AssumeRoleAsync()).Keys();
        var request = ContractRequests.Build("DescribeTasks");
        request.NotSigned.Add("x-acs-security-token");
        (await fixture.Client.SendWithAsync(keys, request)).MustBe(400, "IncompleteSignature");
    }

    [Fact]
    public async Task Is_refused_with_a_wrong_secret_which_the_answer_does_not_show()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.AssumeRoleAsync()).Keys();
        fixture.Client.AccessKeyId = keys.Text("AccessKeyId");
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-security-token"] = keys.Text("SecurityToken");
        var response = await fixture.Client.SendAsync(request);
        response.MustBe(400, "SignatureDoesNotMatch");
        Assert.DoesNotContain(keys.Text("AccessKeySecret"), response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_unknown_to_another_sandbox()
    {
        using var fixture = new IdentityFixture();
        using var another = new IdentityFixture(options => options.Seed = 2);
        var keys = (await fixture.Client.AssumeRoleAsync()).Keys();
        (await another.Client.CallWithAsync(keys)).MustBe(404, "InvalidAccessKeyId.NotFound");
    }
}
