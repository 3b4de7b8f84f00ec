using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Signing;

public sealed class AccessKeyRegistryTests
{
    [Fact]
    public async Task Accepts_a_registered_key_with_its_token_until_it_expires()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.AccessKeys.Add(new SigningKey("STS.registered", "its-secret", "its-token", SandboxFixture.Start.AddMinutes(1)));
        (fixture.Client.AccessKeyId, fixture.Client.AccessKeySecret) = ("STS.registered", "its-secret");

        (await SendAsync(fixture, "its-token")).MustBe(200);
        (await SendAsync(fixture, "another")).MustBe(400, "InvalidSecurityToken.MismatchWithAccessKey");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(fixture, "its-token")).MustBe(400, "InvalidSecurityToken.Expired");
    }

    [Fact]
    public void Keeps_the_last_10000_keys()
    {
        var registry = new AccessKeyRegistry();
        for (var i = 0; i <= 10_000; i++)
            registry.Add(new SigningKey($"key-{i}", "secret", "token", SandboxFixture.Start));

        Assert.Null(registry.Find("key-0"));
        Assert.NotNull(registry.Find("key-1"));
        Assert.NotNull(registry.Find("key-10000"));
    }

    private static Task<SandboxHttpResponse> SendAsync(SandboxFixture fixture, string token)
    {
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-security-token"] = token;
        return fixture.Client.SendAsync(request);
    }
}
