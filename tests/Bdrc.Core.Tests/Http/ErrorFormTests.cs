namespace Bdrc.Core.Tests.Http;

/// <summary>What a user is told about an error answer, in every form the platform and what stands before it can give.</summary>
public sealed class ErrorFormTests
{
    private const string Header = "x-acs-request-id: R-FROM-HEADER\r\n";

    [Theory]
    [InlineData("""{"Code":"InvalidParameter.Page","Message":"page is odd","RequestId":"R-1","Recommend":"https://help"}""")]
    [InlineData("""{"code":"InvalidParameter.Page","message":"page is odd","requestId":"R-1","recommend":"https://help"}""")]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>R-1</RequestId><Code>InvalidParameter.Page</Code><Message>page is odd</Message><Recommend>https://help</Recommend></Error>")]
    public async Task Says_what_the_server_said_in_any_form(string body)
    {
        var failure = await AnsweredWith(RawServer.Http(400, body, Header));

        Assert.Equal("InvalidParameter.Page", failure.Code);
        Assert.Contains("page is odd", failure.Message, StringComparison.Ordinal);
        Assert.Equal("R-1", failure.RequestId);
        Assert.Equal("https://help", failure.Recommend);
        Assert.Equal(400, failure.StatusCode);
        Assert.Equal("UpdateResources", failure.Operation);
        Assert.Null(failure.InnerException);
    }

    [Theory]
    [InlineData("<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", "502 Bad Gateway")]
    [InlineData("""{"Code":"ServiceUnavailable","Message":"try la""", "try la")]
    [InlineData("no upstream", "no upstream")]
    [InlineData("<Error><Code>Half", "Half")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public async Task Shows_what_it_cannot_understand(string body, string said)
    {
        var failure = await AnsweredWith(RawServer.Http(502, body, Header));

        Assert.Equal("HttpError.502", failure.Code);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
        Assert.True(failure.OutcomeUnknown);
        NamesNoParser(failure);
    }

    [Theory]
    [InlineData(403, BdrcErrorKind.PermissionDenied)]
    [InlineData(404, BdrcErrorKind.NotFound)]
    [InlineData(500, BdrcErrorKind.Unavailable)]
    public async Task Tells_the_status_where_the_server_said_nothing(int status, BdrcErrorKind kind)
    {
        var failure = await AnsweredWith(RawServer.Http(status, "", Header));

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
    }

    [Theory]
    [InlineData("""{"Data":{"TaskId":"t-1","RequestId":"R""")]
    [InlineData("""{"Data":[1,2]}""")]
    [InlineData("""{"Data":null,"RequestId":"R-1"}""")]
    [InlineData("<html>sign in to the hotel</html>")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Takes_a_success_that_is_none_for_an_error(string body)
    {
        var failure = await AnsweredWith(RawServer.Http(200, body, Header));

        Assert.Equal(BdrcErrorKind.InvalidResponse, failure.Kind);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
        Assert.Equal(200, failure.StatusCode);
        Assert.True(failure.OutcomeUnknown);
        NamesNoParser(failure);
    }

    [Fact]
    public async Task Never_follows_a_redirect()
    {
        using var elsewhere = new RawServer(RawServer.Http(200, "{}"));
        var failure = await AnsweredWith(RawServer.Http(302, "", $"Location: http://127.0.0.1:{elsewhere.Port}/\r\n{Header}"));

        Assert.Equal("HttpError.302", failure.Code);
        Assert.Equal(0, elsewhere.Requests);
    }

    // An operation that changes something: it must not be sent again, whatever the answer was.
    private static async Task<BdrcException> AnsweredWith(string answer)
    {
        using var server = new RawServer(answer);
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var failure = await ClientOverSocket.FailureOf(client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken));

        Assert.Equal(1, server.Requests);
        return failure;
    }

    private static void NamesNoParser(BdrcException failure)
    {
        foreach (var word in (string[])["Json", "BytePositionInLine", "LineNumber", "Xml", "root element"])
            Assert.DoesNotContain(word, failure.Message, StringComparison.OrdinalIgnoreCase);
    }
}
