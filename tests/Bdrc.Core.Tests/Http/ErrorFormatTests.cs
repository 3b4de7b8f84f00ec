namespace Bdrc.Core.Tests.Http;

/// <summary>The error that a user sees, for every response format of the platform and of intermediaries.</summary>
public sealed class ErrorFormatTests
{
    private const string Header = "x-acs-request-id: R-FROM-HEADER\r\n";

    [Theory]
    [InlineData("""{"Code":"InvalidParameter.Page","Message":"page is odd","RequestId":"R-1","Recommend":"https://help"}""")]
    [InlineData("""{"code":"InvalidParameter.Page","message":"page is odd","requestId":"R-1","recommend":"https://help"}""")]
    [InlineData(
        "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>R-1</RequestId><Code>InvalidParameter.Page</Code>"
        + "<Message>page is odd</Message><Recommend>https://help</Recommend></Error>")]
    public async Task Reports_the_fields_of_an_error_in_any_format(string body)
    {
        var failure = await FailureOfAsync(RawServer.Http(400, body, Header));

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
    public async Task Reports_an_excerpt_of_an_unknown_format(string body, string excerpt)
    {
        var failure = await FailureOfAsync(RawServer.Http(502, body, Header));

        Assert.Equal("HttpError.502", failure.Code);
        Assert.Contains(excerpt, failure.Message, StringComparison.Ordinal);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
        Assert.True(failure.OutcomeUnknown);
        AssertNoParserDetails(failure);
    }

    [Theory]
    [InlineData(403, BdrcErrorKind.PermissionDenied)]
    [InlineData(404, BdrcErrorKind.NotFound)]
    [InlineData(500, BdrcErrorKind.Unavailable)]
    public async Task Reports_the_status_of_an_empty_response(int status, BdrcErrorKind kind)
    {
        var failure = await FailureOfAsync(RawServer.Http(status, "", Header));

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
    public async Task Rejects_an_invalid_body_with_a_success_status(string body)
    {
        var failure = await FailureOfAsync(RawServer.Http(200, body, Header));

        Assert.Equal(BdrcErrorKind.InvalidResponse, failure.Kind);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
        Assert.Equal(200, failure.StatusCode);
        Assert.True(failure.OutcomeUnknown);
        AssertNoParserDetails(failure);
    }

    [Theory]
    [InlineData("{\"Code\":\"Forbidden.RAM\",\"Message\":\"no action here\",\"RequestId\":\"R-1\"}")]
    [InlineData("{\"code\":\"Forbidden.RAM\",\"message\":\"no action here\",\"requestId\":\"R-1\",\"data\":null}")]
    [InlineData("\uFEFF{\"Code\":\"Forbidden.RAM\",\"Message\":\"no action here\",\"RequestId\":\"R-1\"}")]
    [InlineData("<Error><Code>Forbidden.RAM</Code><Message>no action here</Message><RequestId>R-1</RequestId></Error>")]
    public async Task Reports_the_fields_of_an_error_with_a_success_status(string body)
    {
        var failure = await FailureOfAsync(RawServer.Http(200, body, Header));

        Assert.Equal("Forbidden.RAM", failure.Code);
        Assert.Equal(BdrcErrorKind.PermissionDenied, failure.Kind);
        Assert.Contains("no action here", failure.Message, StringComparison.Ordinal);
        Assert.Equal("R-FROM-HEADER", failure.RequestId);
        Assert.Equal(200, failure.StatusCode);
        Assert.True(failure.OutcomeUnknown);
        AssertNoParserDetails(failure);
    }

    [Fact]
    public async Task An_operation_without_data_reports_an_error_with_a_success_status()
    {
        using var server = new RawServer(RawServer.Http(200, "{\"Code\":\"SystemBusy\",\"Message\":\"busy now\"}", Header));
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var failure = await ClientOverSocket.FailureOf(
            client.EnableCheckProductAsync("ecs", TestContext.Current.CancellationToken));

        Assert.Equal("SystemBusy", failure.Code);
        Assert.Contains("busy now", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Data\":{\"planted-token\":\"\\ud8")]
    [InlineData("{\"Data\":{\"Progress\":[\"planted-token\"]}}")]
    [InlineData("{\"Data\":planted-token}")]
    [InlineData("{\"Data\":{\"AdditionalOfPlanted\":{\"planted-token\":nul}}}")]
    public async Task No_exception_contains_the_text_that_could_not_be_parsed(string body)
    {
        using var server = new RawServer(RawServer.Http(200, body, Header));
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var failure = await ClientOverSocket.FailureOf(client.DescribeTaskAsync("t-1", TestContext.Current.CancellationToken));

        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            foreach (var property in inner.GetType().GetProperties())
                Assert.DoesNotContain("planted", property.GetValue(inner)?.ToString() ?? string.Empty, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Does_not_follow_a_redirect()
    {
        using var target = new RawServer(RawServer.Http(200, "{}"));
        var failure = await FailureOfAsync(RawServer.Http(302, "", $"Location: http://127.0.0.1:{target.Port}/\r\n{Header}"));

        Assert.Equal("HttpError.302", failure.Code);
        Assert.Equal(0, target.Requests);
    }

    // Calls an operation that changes something, so it must not be retried after any response.
    private static async Task<BdrcException> FailureOfAsync(string response)
    {
        using var server = new RawServer(response);
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var failure = await ClientOverSocket.FailureOf(client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken));

        Assert.Equal(1, server.Requests);
        return failure;
    }

    private static void AssertNoParserDetails(BdrcException failure)
    {
        foreach (var word in (string[])["Json", "BytePositionInLine", "LineNumber", "Xml", "root element"])
            Assert.DoesNotContain(word, failure.Message, StringComparison.OrdinalIgnoreCase);
    }
}
