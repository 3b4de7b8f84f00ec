using Bdrc.Core.Http.Errors;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Tests.Http.Errors;

public sealed class SignatureMismatchTests
{
    private const string Token = "planted-token";

    [Fact]
    public void Reports_a_wrong_secret_when_both_sides_signed_the_same_request() =>
        Assert.Contains("secret is wrong", Explain(signed => signed), StringComparison.Ordinal);

    [Theory]
    [InlineData("GET\n", "POST\n", "the method")]
    [InlineData("/api/v1/tasks", "/proxy/api/v1/tasks", "the path")]
    [InlineData("MaxResults=10", "MaxResults=11", "the query")]
    [InlineData("host:bdrc.example", "host:proxy.example", "the header host")]
    [InlineData("x-acs-date:2026", "x-acs-date:2027", "the header x-acs-date")]
    [InlineData(Token, "other", "the header x-acs-security-token")]
    [InlineData("host;x-acs", "accept;host;x-acs", "the list of signed headers")]
    [InlineData("\nhash-of-body", "\nother-hash", "the hash of the body")]
    public void Names_the_first_part_that_differs(string sent, string received, string part)
    {
        var text = Explain(canonical => canonical.Replace(sent, received, StringComparison.Ordinal));

        Assert.Contains(part + " differs", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no match")]
    [InlineData("server StringToSign is [never closed")]
    [InlineData("")]
    public void Lists_the_possible_causes_when_the_server_returns_no_details(string message) =>
        Assert.Contains("or an intermediary", SignatureMismatch.Explain(message, Request()), StringComparison.Ordinal);

    [Theory]
    [InlineData("IncompleteSignature: server CanonicalRequest is [GET\nx-acs-security-token:planted-token]")]
    [InlineData("No match; server string to sign is:GET&planted-token")]
    public void Hides_the_request_details_that_the_server_returns(string message) =>
        Assert.DoesNotContain(Token, SignatureMismatch.RemoveEcho(message), StringComparison.Ordinal);

    [Theory]
    [InlineData("server StringToSign is [planted-token]", "x")]
    [InlineData("server StringToSign is [planted-token", "]x")]
    [InlineData("server CanonicalRequest", "x")]
    [InlineData("server string to sign is", "x")]
    public void Reads_a_message_that_makes_a_regular_expression_backtrack(string start, string end)
    {
        // A backtracking expression needs minutes for it, and then its exception contains the message.
        var message = start + new string(' ', 400_000) + end;

        Assert.DoesNotContain(Token, SignatureMismatch.Explain(message, Request()), StringComparison.Ordinal);
        Assert.NotEqual(string.Empty, SignatureMismatch.RemoveEcho(message));
    }

    [Theory]
    [InlineData("Denied. Server String To Sign is: x", "Denied. ")]
    [InlineData("Denied; server canonicalrequest   is [x", "Denied; ")]
    [InlineData("Denied; stringtosign is\n:x", "Denied; ")]
    [InlineData("the string to sign isolates", null)]
    [InlineData("a canonical request", null)]
    [InlineData("server is [up]", null)]
    public void Hides_only_the_request_details(string message, string? kept)
    {
        var text = SignatureMismatch.RemoveEcho(message);

        Assert.Equal(kept is null ? message : kept + Strings.EchoHidden, text);
    }

    private static string Explain(Func<string, string> change)
    {
        var request = Request();
        var canonical = change(Acs3Signer.CanonicalRequest(request));
        var toSign = canonical == Acs3Signer.CanonicalRequest(request) ? Acs3Signer.StringToSign(request) : "ACS3-HMAC-SHA256\n00";
        var text = SignatureMismatch.Explain(
            $"Specified signature is not matched. server StringToSign is [{toSign}] server CanonicalRequest is [{canonical}]", request);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        return text;
    }

    private static SignableRequest Request()
    {
        var request = new SignableRequest("GET", "/api/v1/tasks", "MaxResults=10");
        request.AddHeader("host", "bdrc.example");
        request.AddHeader("x-acs-date", "2026-11-24T08:00:00Z");
        request.AddHeader("x-acs-content-sha256", "hash-of-body");
        request.AddHeader("x-acs-security-token", Token);
        return request;
    }
}
