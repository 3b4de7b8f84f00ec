using Bdrc.Core.Operations.Policies;
using Bdrc.Core.Tests.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The token with which creating and changing a policy can be retried.</summary>
public sealed class ClientTokenTests
{
    private static readonly PolicyChange Change = new()
    {
        Name = "daily",
        RegionId = "cn-hangzhou",
        SubProtectionPolicies = [SubProtectionPolicyJson.ForAutoSnapshotPolicy("sp-daily")],
    };

    [Fact]
    public async Task Makes_a_new_token_for_each_call()
    {
        var fixture = new SandboxContext();
        var id = await fixture.Client.CreateProtectionPolicyAsync(Change, TestContext.Current.CancellationToken);
        await fixture.Client.UpdateProtectionPolicyAsync(id, Change, TestContext.Current.CancellationToken);

        var tokens = fixture.Sandbox.Requests.Select(Token).ToList();

        Assert.Equal(2, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tokens, token => Assert.InRange(token.Length, 1, 64));
    }

    [Fact]
    public async Task Keeps_the_token_for_the_retries_of_a_call()
    {
        var fixture = new SandboxContext();
        fixture.Sandbox.Faults.Add(Fault.Status(503));

        var created = await fixture.RunAsync(
            fixture.Client.CreateProtectionPolicyAsync(Change, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(1));

        Assert.NotEmpty(created);
        Assert.Equal(2, fixture.Sandbox.RequestCount);
        Assert.Single(fixture.Sandbox.Requests.Select(Token).Distinct(StringComparer.Ordinal));
    }

    private static string Token(Bdrc.Sandbox.SandboxRequest request) =>
        Assert.Single(RecordedRequest.Values(System.Text.Encoding.UTF8.GetString(request.Body), "ClientToken"));
}
