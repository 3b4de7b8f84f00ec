using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Contract;

/// <summary>One call of an operation through the whole pipeline, with every parameter set.</summary>
internal sealed class ContractCall
{
    private readonly RecordingTransport _transport;

    private ContractCall(RecordingTransport transport) => _transport = transport;

    public CallResult Result { get; private set; } = new(null);

    public List<BdrcDiagnostic> Diagnostics { get; } = [];

    public IReadOnlyList<RecordedRequest> Requests => _transport.Requests;

    /// <summary>Calls with these responses, in this order.</summary>
    public static async Task<ContractCall> RunAsync(string operation, params (HttpStatusCode Status, string Body)[] responses)
    {
        var call = new ContractCall(new RecordingTransport(responses));
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var state = new ContextState(new StaticCredentialProvider("test", new AccessCredentials("LTAI5tContract", "secret", null)))
        {
            Route = NetworkRoute.Into(call._transport),
            TimeProvider = clock,
            Jitter = () => 0,
            EndpointIsFixed = true,
        };
        var endpoint = new Uri($"https://{Guid.NewGuid():N}.contract.invalid");
        var context = ContextFactory.Build("cn-shanghai", endpoint, "LTAI5tContract", state, isSandbox: false);
        var work = OperationCalls.For(operation)(BdrcClient.For(context, call.Diagnostics.Add), TestContext.Current.CancellationToken);
        for (var i = 0; i < 10_000 && !work.IsCompleted; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        call.Result = await work.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return call;
    }

    /// <summary>Calls with the response that the contract describes. A list has an empty second page.</summary>
    public static Task<ContractCall> RunAsync(string operation, SampleResponse response) => RunAsync(
        operation, (HttpStatusCode.OK, response.Json.ToJsonString()), (HttpStatusCode.OK, """{"RequestId":"last","Data":{}}"""));
}

/// <summary>The result of a client method: an object or text, or the items of its first page.</summary>
internal sealed record CallResult(object? Value, IReadOnlyList<object>? Items = null, long? TotalCount = null);
