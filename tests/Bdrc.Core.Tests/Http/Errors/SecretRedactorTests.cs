using System.Text;
using Bdrc.Core.Http.Errors;

namespace Bdrc.Core.Tests.Http.Errors;

public sealed class SecretRedactorTests
{
    [Theory]
    [InlineData("authorization", "Bearer planted.token/1")]
    [InlineData("authorization", "bearer planted.token/1")]
    [InlineData("authorization", "planted.token/1")]
    [InlineData("authorization", "ACS3-HMAC-SHA256 Credential=LTAI,SignedHeaders=host,Signature=planted.token/1")]
    [InlineData("x-acs-security-token", "planted.token/1")]
    [InlineData("x-aliyun-ecs-metadata-token", "planted.token/1")]
    public void Removes_the_secret_of_a_header(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://sts.example/");
        request.Headers.TryAddWithoutValidation(header, value);

        var redacted = SecretRedactor.Of(request, []).Redact("token planted.token/1 or planted.token%2F1 is wrong");

        Assert.Equal("token (secret hidden) or (secret hidden) is wrong", redacted);
    }

    [Fact]
    public void Removes_a_token_that_ends_with_padding()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://sso.example/");
        request.Headers.TryAddWithoutValidation("authorization", "Bearer planted==");

        Assert.Equal("(secret hidden) is wrong", SecretRedactor.Of(request, []).Redact("planted== is wrong"));
    }

    [Theory]
    [InlineData("?ExternalId=planted%2Bid&RoleArn=acs", "")]
    [InlineData("", "OIDCToken=planted%2Bid&RoleArn=acs")]
    public void Removes_the_secret_of_a_query_or_form(string query, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://sts.example/" + query);

        var redacted = SecretRedactor.Of(request, Encoding.UTF8.GetBytes(form)).Redact("planted+id, role acs");

        Assert.Equal("(secret hidden), role acs", redacted);
    }

    [Fact]
    public void Keeps_a_message_when_no_secret_was_sent()
    {
        Assert.Equal("unchanged", SecretRedactor.Of(null, []).Redact("unchanged"));
    }
}
