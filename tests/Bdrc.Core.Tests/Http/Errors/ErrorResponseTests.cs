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
    public void Reads_every_form(string body)
    {
        var answer = ErrorResponse.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Equal("Throttling", answer.Code);
        Assert.Equal("slow down", answer.Message);
        Assert.Equal("R-1", answer.RequestId);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>")]
    [InlineData("{\"Code\":\"Thr")]
    [InlineData("plain text")]
    public void Keeps_what_it_cannot_read_as_an_excerpt(string body)
    {
        var answer = ErrorResponse.Parse(Encoding.UTF8.GetBytes(body));

        Assert.Null(answer.Code);
        Assert.Equal(body, answer.Message);
    }

    [Fact]
    public void Says_nothing_about_an_empty_body()
    {
        var answer = ErrorResponse.Parse([]);

        Assert.Null(answer.Code);
        Assert.Null(answer.Message);
    }

    [Fact]
    public void Turns_a_numeric_code_into_text() =>
        Assert.Equal("404", ErrorResponse.Parse("""{"Code":404,"Message":"x"}"""u8.ToArray()).Code);

    [Fact]
    public void Does_not_expand_a_document_type() =>
        Assert.Null(ErrorResponse.Parse("<!DOCTYPE Error [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>"u8.ToArray()).Code);
}
