using System.Security.Cryptography;
using System.Text;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Identity.Sts;
using Bdrc.Sandbox.Server.Tests.Clients;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class RpcSigningTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task STS_takes_parameters_signed_in_the_older_way(string method)
    {
        using var fixture = new IdentityFixture();
        (await fixture.Client.SendPlainAsync(Signed(method))).MustBe(200);
    }

    [Fact]
    public async Task STS_takes_them_from_a_temporary_key_with_its_token()
    {
        using var fixture = new IdentityFixture();
        var keys = (await fixture.Client.SendPlainAsync(Signed("GET"))).Keys();
        var request = Signed("POST", keys.Text("AccessKeyId"), keys.Text("AccessKeySecret"), ("SecurityToken", keys.Text("SecurityToken")), ("SignatureNonce", "2"));
        (await fixture.Client.SendPlainAsync(request)).MustBe(200);
        (await fixture.Client.SendPlainAsync(Signed("GET", keys.Text("AccessKeyId"), keys.Text("AccessKeySecret"), ("SignatureNonce", "3"))))
            .MustBe(400, "MissingSecurityToken");
    }

    [Theory]
    [InlineData("SignatureMethod", "HMAC-MD5", 400, "InvalidSignatureMethod")]
    [InlineData("SignatureVersion", "2.0", 400, "InvalidSignatureVersion")]
    [InlineData("Version", "2014-05-26", 400, "InvalidVersion")]
    [InlineData("Timestamp", "yesterday", 400, "InvalidTimeStamp.Format")]
    [InlineData("Timestamp", "2026-01-02T02:04:05Z", 400, "InvalidTimeStamp.Expired")]
    [InlineData("AccessKeyId", "LTAIunknown", 404, "InvalidAccessKeyId.NotFound")]
    [InlineData("SignatureNonce", "", 400, "MissingSignatureNonce")]
    [InlineData("SecurityToken", "token", 400, "InvalidSecurityToken.MismatchWithAccessKey")]
    public async Task STS_refuses_a_wrong_parameter(string name, string value, int status, string code)
    {
        using var fixture = new IdentityFixture();
        var request = Signed("GET", more: (name, value));
        request.Path = IdentityPaths.Sts;
        (await fixture.Client.SendPlainAsync(request)).MustBe(status, code);
    }

    [Fact]
    public async Task STS_refuses_what_was_changed_after_signing_and_what_was_sent_before()
    {
        using var fixture = new IdentityFixture();
        var changed = Signed("GET");
        changed.Query.Add(new("ExternalId", "abc"));
        (await fixture.Client.SendPlainAsync(changed)).MustBe(400, "SignatureDoesNotMatch");
        var wrong = await fixture.Client.SendPlainAsync(Signed("GET", secret: "another"));
        wrong.MustBe(400, "SignatureDoesNotMatch");
        Assert.DoesNotContain(new SandboxOptions().AccessKeySecret, wrong.Text, StringComparison.Ordinal);
        var request = Signed("GET");
        (await fixture.Client.SendPlainAsync(request)).MustBe(200);
        (await fixture.Client.SendPlainAsync(request)).MustBe(400, "SignatureNonceUsed");
    }

    [Fact]
    public void Signs_as_the_example_in_the_documentation_of_the_platform()
    {
        var toSign = RpcSignature.StringToSign(
            "GET",
            [
                new("Timestamp", "2016-02-23T12:46:24Z"), new("Format", "XML"), new("AccessKeyId", "testid"), new("Action", "DescribeRegions"),
                new("SignatureMethod", "HMAC-SHA1"), new("SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf"), new("Version", "2014-05-26"),
                new("SignatureVersion", "1.0"), new("Signature", "left out"),
            ]);
        Assert.Equal("OLeaidS1JvxuMvnyHOwuJ+uX5qY=", RpcSignature.Sign("testsecret", toSign));
    }

    private static WireRequest Signed(string method, string? id = null, string? secret = null, params (string Name, string Value)[] more)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = "AssumeRole",
            ["Version"] = "2015-04-01",
            ["Format"] = "JSON",
            ["Timestamp"] = "2026-01-02T03:04:05Z",
            ["SignatureMethod"] = "HMAC-SHA1",
            ["SignatureVersion"] = "1.0",
            ["SignatureNonce"] = "1",
            ["AccessKeyId"] = id ?? new SandboxOptions().AccessKeyId,
            ["RoleArn"] = IdentityRequests.RoleArn,
            ["RoleSessionName"] = "a@b",
        };
        foreach (var (name, value) in more)
            parameters[name] = value;
        var canonical = string.Join('&', parameters.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));
        var key = Encoding.UTF8.GetBytes((secret ?? new SandboxOptions().AccessKeySecret) + "&");
#pragma warning disable CA5350 // The platform's choice, not this code's.
        var signature = HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(method + "&%2F&" + Uri.EscapeDataString(canonical)));
#pragma warning restore CA5350

        var request = new WireRequest(string.Empty, method, "/");
        foreach (var pair in parameters)
            (method == "POST" && pair.Key.StartsWith("Role", StringComparison.Ordinal) ? request.Form : request.Query).Add(pair);
        request.Query.Add(new("Signature", Convert.ToBase64String(signature)));
        if (method == "POST")
            request.Headers["content-type"] = "application/x-www-form-urlencoded";
        return request;
    }
}
