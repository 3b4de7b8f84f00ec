using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Wire;

/// <summary>
/// One attempt is one request on the wire, with its own nonce. The server counts, because .NET repeats requests without telling.
/// </summary>
public sealed class RequestCountTests
{
    public static TheoryData<string, Ending, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, Ending, bool>();
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])
            {
                foreach (var ending in Enum.GetValues<Ending>())
                {
                    // HEAD has no body that could end too early.
                    if (method == "HEAD" && ending == Ending.ClosedInTheBody)
                        continue;
                    cases.Add(method, ending, false);
                    cases.Add(method, ending, true);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Sends_one_request_for_each_attempt(string method, Ending ending, bool isPooled)
    {
        var served = isPooled ? 1 : 0;
        await using var server = new KeepAliveServer(ending, served);
        for (var i = 0; i < served; i++)
            await SendAsync(server, method, Idempotency.Read);

        var read = await Assert.ThrowsAsync<BdrcException>(() => SendAsync(server, method, Idempotency.Read));
        var start = await Assert.ThrowsAsync<BdrcException>(() => SendAsync(server, method, Idempotency.None));

        Assert.Equal((4, 1), (read.Attempts, start.Attempts));
        Assert.Equal((false, true), (read.OutcomeUnknown, start.OutcomeUnknown));
        Assert.Equal(served + read.Attempts + start.Attempts, server.Nonces.Count);
        Assert.Equal(server.Nonces.Count, server.Nonces.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Keeps_the_connection_open_between_calls(string method)
    {
        await using var server = new KeepAliveServer(Ending.Closed, served: 20);

        for (var i = 0; i < 20; i++)
            await SendAsync(server, method, Idempotency.Read);

        Assert.Equal((20, 1), (server.Nonces.Count, server.Connections));
    }

    private static async Task SendAsync(KeepAliveServer server, string method, Idempotency idempotency)
    {
        var call = new HttpCall("DescribeTask", server.Address)
        {
            Method = method,
            Idempotency = idempotency,
            Clock = new SkippingClock(),
            Route = NetworkRoute.Default,
            Signer = new Acs3RequestSigner("2023-08-08"),
            CredentialProvider = new StaticCredentialProvider("test", new AccessCredentials("LTAI5tExample", "planted-secret", null)),
        };
        using var response = await HttpPipeline.SendAsync(call, TestContext.Current.CancellationToken);
    }
}
