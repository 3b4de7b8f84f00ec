using System.Text;
using Bdrc.Core.Http.Errors;

namespace Bdrc.Core.Tests.Http.Errors;

public sealed class ErrorResponseTests
{
    [Theory]
    [InlineData("""{"Code":"Throttling","Message":"slow down","RequestId":"R-1"}""")]
    [InlineData("""{"code":"Throttling","message":"slow down","requestId":"R-1"}""")]
    [InlineData("""{"code":"Throttling","message":"slow down","requestid":"R-1"}""")]
    [InlineData("<?xml version='1.0'?><Error><Code>Throttling</Code><Message>slow down</Message><RequestId>R-1</RequestId></Error>")]
    [InlineData("\uFEFF  {\"Code\":\"Throttling\",\"Message\":\"slow down\",\"RequestId\":\"R-1\"}")]
    public void Reads_every_format(string body)
    {
        var response = ErrorResponse.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Equal("Throttling", response.Code);
        Assert.Equal("slow down", response.Message);
        Assert.Equal("R-1", response.RequestId);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("{\"Code\":\"Thr")]
    [InlineData("plain text")]
    public void Returns_an_excerpt_of_an_unknown_format(string body)
    {
        var response = ErrorResponse.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Null(response.Code);
        Assert.Equal(body, response.Message);
    }

    [Fact]
    public void Returns_no_fields_for_an_empty_body()
    {
        var response = ErrorResponse.Parse([]);

        Assert.Null(response.Code);
        Assert.Null(response.Message);
    }

    [Fact]
    public void Converts_a_numeric_code_to_text() =>
        Assert.Equal("404", ErrorResponse.Parse("""{"Code":404,"Message":"x"}"""u8.ToArray()).Code);

    [Fact]
    public void Does_not_expand_a_document_type() =>
        Assert.Null(ErrorResponse.Parse("<!DOCTYPE Error [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>"u8.ToArray()).Code);
}
