using System.Net;
using System.Text;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Every response, even a damaged one, leads to a result or to a BdrcException with a readable message.</summary>
public sealed class ResponseFuzzTests
{
    private const int Inputs = 20_000;
    private const int Calls = 2_000;

    private static readonly string[] HintHeaders = ["x-acs-retry-after", "retry-after-ms", "Retry-After", "X-RateLimit-User"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Reads_every_error_body() => Mutations.Bodies.Try(
        "error parser",
        body =>
        {
            var response = ErrorResponse.Parse(body);
            Assert.True(
                response.Message is null || !response.Message.Contains('\0', StringComparison.Ordinal) || body.Contains((byte)'\\'));
        },
        Inputs);

    [Fact]
    public void Turns_every_response_into_a_result_or_a_clear_error()
    {
        byte[] body = [];
        var client = Client(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
        Mutations.Bodies.Try(
            "response parser",
            input =>
            {
                body = input;
                try
                {
                    _ = client.DescribeTaskAsync("t-1", Stop).GetAwaiter().GetResult();
                    _ = client.DescribeTasks(null, null, null).ReadAsync(Stop).GetAwaiter().GetResult();
                }
                catch (BdrcException failure)
                {
                    // A body that has an error code keeps it, with its message.
                    Assert.Equal(200, failure.StatusCode);
                    Assert.NotEqual(string.Empty, failure.Code);
                    Assert.Matches(
                        "returned HTTP status 200 with (a body that is not a complete BDRC response|an error: .)", failure.Message);
                }
            },
            Calls,
            threads: 1);
    }

    [Fact]
    public void Turns_every_refusal_into_a_clear_error()
    {
        byte[] body = [];
        var client = Client(() => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) });
        Mutations.Bodies.Try(
            "response parser, refusals",
            input =>
            {
                body = input;
                var failure = Assert.Throws<BdrcException>(() => client.CheckRulesAsync("arn", null, Stop).GetAwaiter().GetResult());
                Assert.NotEqual(string.Empty, failure.Message);
                Assert.NotEqual(string.Empty, failure.Code);
            },
            Calls,
            threads: 1);
    }

    [Fact]
    public void Reads_every_hint_as_a_wait_or_as_none() =>
        Gen.Select(Gen.Int[0, 3].Select(index => HintHeaders[index]), Gen.String[0, 40]).Try(
        "retry hints",
        hint =>
        {
            var (name, value) = hint;
            using var response = new HttpResponseMessage();
            response.Headers.TryAddWithoutValidation(
                name, value.Replace("\r", " ", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal));
            Assert.True(RetryHint.Of(response) is not { } wait || wait > TimeSpan.Zero);
        },
        Inputs);

    [Fact]
    public void Parses_every_text_as_JSON_or_refuses_it_with_the_position() =>
        Gen.OneOf(Gen.String, Mutations.Bodies.Select(Encoding.UTF8.GetString)).Try(
        "JSON of a user",
        text =>
        {
            try
            {
                _ = JsonText.ParseInput("-X", text);
            }
            catch (BdrcException failure)
            {
                Assert.Equal(BdrcErrorKind.InvalidArgument, failure.Kind);
            }
        },
        Inputs);

    [Fact]
    public void Writes_plain_values_as_JSON_that_reads_back_the_same() => Gen.String.Try(
        "JSON writer",
        text =>
        {
            // An unpaired surrogate has no UTF-8 encoding. It is refused, never replaced.
            if (!text.Any(char.IsSurrogate))
                Assert.Equal(text, JsonText.Parse(JsonText.Write("Form", text)));
        },
        Inputs);

    [Fact]
    public void Sends_no_identifier_that_could_change_the_path() => Gen.String.Try(
        "identifier in a path",
        text =>
        {
            try
            {
                var path = new ApiRequest(BdrcOperations.DescribeTask).Add("TaskId", text).CanonicalPath();
                Assert.Equal(4, path.Count(c => c == '/'));
                Assert.DoesNotContain("..", path.Split('/'));
            }
            catch (BdrcException failure)
            {
                Assert.StartsWith("TaskId cannot be used", failure.Message, StringComparison.Ordinal);
            }
        },
        Inputs);

    private static BdrcClient Client(Func<HttpResponseMessage> response)
    {
        var credentials = new StaticCredentialProvider("test", new AccessCredentials("LTAI5tExampleKeyId", "secret", null));
        var state = new ContextState(credentials)
        {
            Route = NetworkRoute.Into(new Transport(response)),
            TimeProvider = new SkippingClock(),
            EndpointIsFixed = true,
        };
        return BdrcClient.For(ContextFactory.Build(
            "cn-shanghai", new Uri("https://fuzz.invalid"), "LTAI5tExampleKeyId", state, isSandbox: false), onDiagnostic: null);
    }

    private sealed class Transport(Func<HttpResponseMessage> response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(response());
    }
}
