using System.Globalization;
using System.Text.RegularExpressions;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Signing;

public sealed partial class SignatureVerifierTests
{
    [Fact]
    public async Task Lets_a_rightly_signed_request_in()
    {
        using var fixture = new SandboxFixture();
        var response = await fixture.CallAsync("GetBdrcService");
        response.MustBe(200);
    }

    [Fact]
    public async Task Accepts_a_query_in_any_order_and_encoding()
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks", ("TaskType", "CHECK_RULES"), ("MaxResults", 20));
        request.QueryText = "TaskType=CHECK%5fRULES&MaxResults=2%30";
        (await fixture.Client.SendAsync(request)).MustBe(200);
    }

    [Fact]
    public async Task Accepts_other_signed_headers_besides_the_required_ones()
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["accept"] = "application/json";
        request.Headers["user-agent"] = "AlibabaCloud (linux; x64) Python/3.12 Core/0.3 TeaDSL/2";
        request.Headers["x-acs-credentials-provider"] = "static_ak";
        request.AlsoSigned.AddRange(["accept", "user-agent"]);
        (await fixture.Client.SendAsync(request)).MustBe(200);
    }

    [Fact]
    public async Task Shows_its_calculation_when_the_secret_is_wrong_and_keeps_its_own_secret()
    {
        using var fixture = new SandboxFixture();
        fixture.Client.AccessKeySecret = "another-secret";
        var response = await fixture.CallAsync("DescribeTasks", ("TaskType", "CHECK_RULES"));
        response.MustBe(400, "SignatureDoesNotMatch");
        Assert.Matches(MismatchForm(), response.Message);
        Assert.Contains("GET\n/api/v1/tasks\nTaskType=CHECK_RULES\n", response.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new SandboxOptions().AccessKeySecret, response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_unknown_key()
    {
        using var fixture = new SandboxFixture();
        fixture.Client.AccessKeyId = "LTAIunknown";
        (await fixture.CallAsync("DescribeTasks")).MustBe(404, "InvalidAccessKeyId.NotFound");
    }

    [Fact]
    public async Task Refuses_a_request_without_authorization()
    {
        using var fixture = new SandboxFixture();
        var response = await fixture.Client.SendAsync(ContractRequests.Build("DescribeTasks"), request => request.Headers.Remove("authorization"));
        response.MustBe(400, "MissingAuthorization");
    }

    [Theory]
    [InlineData("Basic abc", "InvalidSignatureMethod")]
    [InlineData("ACS3-HMAC-SHA256 Credential=a", "IncompleteSignature")]
    public async Task Refuses_a_malformed_authorization(string text, string code)
    {
        using var fixture = new SandboxFixture();
        var response = await fixture.Client.SendAsync(ContractRequests.Build("DescribeTasks"), request => request.Headers["authorization"] = text);
        response.MustBe(400, code);
    }

    [Theory]
    [InlineData("x-acs-action")]
    [InlineData("x-acs-version")]
    [InlineData("x-acs-date")]
    [InlineData("x-acs-signature-nonce")]
    [InlineData("x-acs-content-sha256")]
    [InlineData("host")]
    public async Task Refuses_a_required_header_that_is_not_signed(string name)
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks");
        request.NotSigned.Add(name);
        (await fixture.Client.SendAsync(request)).MustBe(400, "IncompleteSignature");
    }

    [Theory]
    [InlineData(-901, "InvalidTimeStamp.Expired")]
    [InlineData(901, "InvalidTimeStamp.Expired")]
    [InlineData(-900, null)]
    [InlineData(900, null)]
    public async Task Accepts_time_stamps_of_a_quarter_of_an_hour(int seconds, string? code)
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-date"] = SandboxFixture.Start.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        (await fixture.Client.SendAsync(request)).MustBe(code is null ? 200 : 400, code);
    }

    [Theory]
    [InlineData("2026-01-02 03:04:05")]
    [InlineData("2026-01-02T03:04:05.000Z")]
    [InlineData("yesterday")]
    public async Task Refuses_a_time_stamp_of_another_form(string text)
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-date"] = text;
        (await fixture.Client.SendAsync(request)).MustBe(400, "InvalidTimeStamp.Format");
    }

    [Fact]
    public async Task Refuses_a_nonce_that_was_used_but_not_one_of_a_refused_request()
    {
        using var fixture = new SandboxFixture();
        WireRequest Build()
        {
            var request = ContractRequests.Build("DescribeTasks");
            request.Headers["x-acs-signature-nonce"] = "n1";
            return request;
        }

        (await fixture.Client.SendAsync(Build(), request => request.Headers["authorization"] += "0")).MustBe(400, "SignatureDoesNotMatch");
        (await fixture.Client.SendAsync(Build())).MustBe(200);
        (await fixture.Client.SendAsync(Build())).MustBe(400, "SignatureNonceUsed");
    }

    [Fact]
    public async Task Refuses_a_body_that_was_changed_after_signing()
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("UpdateResources", ("ResourceType", "ACS::ECS::Instance"));
        var response = await fixture.Client.SendAsync(request, signed => signed.Form.Clear());
        response.MustBe(400, "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Demands_the_security_token_of_temporary_credentials()
    {
        using var fixture = new SandboxFixture(options => options.SecurityToken = "token-1");
        (await SendWithToken(fixture, null)).MustBe(400, "MissingSecurityToken");
        (await SendWithToken(fixture, "token-2")).MustBe(400, "InvalidSecurityToken.MismatchWithAccessKey");
        (await SendWithToken(fixture, "token-1")).MustBe(200);
    }

    [Fact]
    public async Task Refuses_a_token_with_a_key_that_has_none()
    {
        using var fixture = new SandboxFixture();
        (await SendWithToken(fixture, "token-1")).MustBe(400, "InvalidSecurityToken.MismatchWithAccessKey");
    }

    [Fact]
    public async Task Refuses_another_version()
    {
        using var fixture = new SandboxFixture();
        var request = ContractRequests.Build("DescribeTasks");
        request.Headers["x-acs-version"] = "2020-01-01";
        (await fixture.Client.SendAsync(request)).MustBe(400, "InvalidVersion");
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public async Task Does_not_mind_the_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        using var fixture = new SandboxFixture();
        var response = await fixture.CallAsync("DescribeResources", ("MaxResults", 20));
        response.MustBe(200);
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 GMT", response.Header("Date"));
        Assert.Equal(SandboxFixture.Start.ToUnixTimeSeconds() - 3600, response.Content[0].Number("ProtectionScoreUpdatedTime"));
    }

    private static Task<SandboxHttpResponse> SendWithToken(SandboxFixture fixture, string? token)
    {
        var request = ContractRequests.Build("DescribeTasks");
        if (token is not null)
            request.Headers["x-acs-security-token"] = token;
        return fixture.Client.SendAsync(request);
    }

    [GeneratedRegex(@"^Specified signature is not matched with our calculation\. server StringToSign is \[ACS3-HMAC-SHA256\n[0-9a-f]{64}\] server CanonicalRequest is \[GET\n.*\]$", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MismatchForm();
}
