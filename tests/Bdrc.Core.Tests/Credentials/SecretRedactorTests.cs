using System.Text;
using Bdrc.Core.Http.Errors;

namespace Bdrc.Core.Tests.Credentials;

public sealed class SecretRedactorTests
{
    [Theory]
    [InlineData("authorization", "Bearer planted.token/1")]
    [InlineData("authorization", "bearer planted.token/1")]
    [InlineData("authorization", "planted.token/1")]
    [InlineData("authorization", "ACS3-HMAC-SHA256 Credential=LTAI,SignedHeaders=host,Signature=planted.token/1")]
    [InlineData("x-acs-security-token", "planted.token/1")]
    [InlineData("x-aliyun-ecs-metadata-token", "planted.token/1")]
    public void Takes_the_secret_of_a_header_out_of_what_is_said(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://sts.example/");
        request.Headers.TryAddWithoutValidation(header, value);

        var said = SecretRedactor.Of(request, []).Redact("token planted.token/1 or planted.token%2F1 is wrong");

        Assert.Equal("token (secret hidden) or (secret hidden) is wrong", said);
    }

    [Fact]
    public void Knows_a_token_that_ends_in_padding()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://sso.example/");
        request.Headers.TryAddWithoutValidation("authorization", "Bearer planted==");

        Assert.Equal("(secret hidden) is wrong", SecretRedactor.Of(request, []).Redact("planted== is wrong"));
    }

    [Theory]
    [InlineData("?ExternalId=planted%2Bid&RoleArn=acs", "")]
    [InlineData("", "OIDCToken=planted%2Bid&RoleArn=acs")]
    public void Takes_the_secret_of_a_query_or_form_out_of_what_is_said(string query, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://sts.example/" + query);

        var said = SecretRedactor.Of(request, Encoding.UTF8.GetBytes(form)).Redact("planted+id, role acs");

        Assert.Equal("(secret hidden), role acs", said);
    }

    [Fact]
    public void Leaves_a_message_as_it_is_when_nothing_was_sent()
    {
        Assert.Equal("as it is", SecretRedactor.Of(null, []).Redact("as it is"));
    }
}
