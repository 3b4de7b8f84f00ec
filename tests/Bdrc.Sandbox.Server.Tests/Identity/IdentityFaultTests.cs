using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class IdentityFaultTests
{
    [Fact]
    public async Task Hits_the_service_asked_for_and_no_other()
    {
        using var fixture = new IdentityFixture();
        fixture.Sandbox.Faults.Add(Fault.Raw(200, "application/json", "{\"Code\":"), IdentityOperations.CredentialsUri);
        (await fixture.Client.CallAsync("DescribeTasks")).MustBe(200);
        (await fixture.Client.AssumeRoleAsync()).MustBe(200);
        Assert.Equal("{\"Code\":", (await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri)).Text);
        (await fixture.Client.PlainAsync("GET", IdentityPaths.CredentialsUri)).MustBe(200, "Success");
    }

    [Theory]
    [InlineData(IdentityOperations.AssumeRole, IdentityPaths.Sts + "?Action=AssumeRole")]
    [InlineData(IdentityOperations.AssumeRoleWithOidc, IdentityPaths.Sts + "?Action=AssumeRoleWithOIDC")]
    [InlineData(IdentityOperations.GetCallerIdentity, IdentityPaths.Sts + "?Action=GetCallerIdentity")]
    [InlineData(IdentityOperations.Sts, IdentityPaths.Sts + "?Action=Other")]
    [InlineData(IdentityOperations.MetadataToken, IdentityPaths.Metadata + "/latest/api/token")]
    [InlineData(IdentityOperations.Metadata, IdentityPaths.Metadata + "/latest/meta-data/ram/security-credentials/")]
    [InlineData(IdentityOperations.MetadataCredentials, IdentityPaths.Metadata + "/latest/meta-data/ram/security-credentials/bdrc-instance")]
    [InlineData(IdentityOperations.CredentialsUri, IdentityPaths.CredentialsUri)]
    [InlineData(IdentityOperations.GitHubIdToken, IdentityPaths.GitHubIdToken)]
    [InlineData(IdentityOperations.AzureIdToken, IdentityPaths.AzureIdToken)]
    [InlineData(IdentityOperations.CloudSso, IdentityPaths.CloudSso + "/cloud-credentials")]
    [InlineData(IdentityOperations.OAuthExchange, IdentityPaths.OAuth + "/v1/exchange")]
    [InlineData(IdentityOperations.OAuthToken, IdentityPaths.OAuth + "/v1/token")]
    [InlineData(IdentityOperations.Unknown, IdentityPaths.Prefix + "/other")]
    public async Task Every_service_has_a_name_for_faults(string operation, string target)
    {
        using var fixture = new IdentityFixture();
        fixture.Sandbox.Faults.Add(Fault.Status(403, FaultBody.Html), operation);
        var response = await fixture.Client.PlainAsync("POST", target);
        Assert.Equal(403, response.Status);
        Assert.StartsWith("<html>", response.Text, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Sandbox.Faults.Pending);
    }

    [Fact]
    public async Task Answers_late_by_the_clock_of_the_sandbox()
    {
        using var fixture = new IdentityFixture();
        fixture.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromSeconds(2)), IdentityOperations.Metadata);
        var call = fixture.Client.PlainAsync("GET", IdentityPaths.Metadata + "/latest/meta-data/region-id");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(call.IsCompleted);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("cn-shanghai", (await call).Text);
    }

    [Fact]
    public async Task Cuts_keys_off_that_were_issued_all_the_same()
    {
        using var fixture = new IdentityFixture();
        fixture.Sandbox.Faults.Add(Fault.TruncatedJson(), IdentityOperations.AssumeRole);
        var response = await fixture.Client.AssumeRoleAsync();
        Assert.Equal(200, response.Status);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => response.Json);
    }

    [Fact]
    public async Task Holds_the_stamps_of_STS_against_a_clock_that_is_off_but_counts_lifetimes_by_its_own()
    {
        using var fixture = new IdentityFixture();
        fixture.Sandbox.Faults.Add(Fault.ClockSkew(TimeSpan.FromMinutes(20)), IdentityOperations.AssumeRole);
        (await fixture.Client.AssumeRoleAsync()).MustBe(400, "InvalidTimeStamp.Expired");
        fixture.Sandbox.Faults.Add(Fault.ClockSkew(TimeSpan.FromMinutes(10)), IdentityOperations.AssumeRole);
        Assert.Equal("2026-01-02T04:04:05Z", (await fixture.Client.AssumeRoleAsync()).Keys().Text("Expiration"));
    }
}
