using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Http;

/// <summary>A service that returns scripted responses, with a clock that advances while the client waits.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _responses = new();

    public ScriptedService(RetryOptions? options = null)
    {
        var credentials = new StaticCredentialProvider("test", new AccessCredentials("LTAI5tExampleKeyId", "secret", null));
        var state = new ContextState(credentials)
        {
            Route = NetworkRoute.Into(this),
            TimeProvider = Clock,
            Jitter = () => 0.5,
            EndpointIsFixed = true,
            RetryOptions = options ?? RetryOptions.Default,
        };
        Context = ContextFactory.Build("cn-shanghai", new Uri("https://bdrc.test.invalid"), "LTAI5tExampleKeyId", state, isSandbox: false);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public BdrcContext Context { get; }

    public List<BdrcDiagnostic> Diagnostics { get; } = [];

    /// <summary>The headers of each request, in order.</summary>
    public List<Dictionary<string, string>> Requests { get; } = [];

    /// <summary>When each request arrived, since the start.</summary>
    public List<TimeSpan> Times { get; } = [];

    public BdrcClient Client => BdrcClient.For(Context, message =>
    {
        lock (Diagnostics)
            Diagnostics.Add(message);
    });

    public ScriptedService Responds(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        _responses.Enqueue(() =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
                response.Headers.TryAddWithoutValidation(name, value);
            return response;
        });
        return this;
    }

    public ScriptedService RespondsWithError(int status, string code, params (string Name, string Value)[] headers) =>
        Responds((HttpStatusCode)status, $$"""{"Code":"{{code}}","Message":"No.","RequestId":"R-{{_responses.Count + 1}}"}""", headers);

    public ScriptedService Throws(Exception failure)
    {
        _responses.Enqueue(() => throw failure);
        return this;
    }

    public ScriptedService Succeeds() =>
        Responds(HttpStatusCode.OK, """{"RequestId":"R-OK","Data":{"TaskId":"t-1","TaskStatus":"RUNNING"}}""");

    /// <summary>Runs a call. The clock advances while the call waits.</summary>
    public async Task<T> RunAsync<T>(Func<BdrcClient, Task<T>> call)
    {
        // Leaves the synchronization context of the test, in which continuations would be queued while the clock advances.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var running = call(Client);
        for (var i = 0; i < 100_000 && !running.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await running.WaitAsync(TestContext.Current.CancellationToken);
    }

    public Task<BdrcException> FailAsync<T>(Func<BdrcClient, Task<T>> call) => Assert.ThrowsAsync<BdrcException>(() => RunAsync(call));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request.Headers.ToDictionary(
            header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
        Times.Add(Clock.GetUtcNow() - Clock.Start);
        return _responses.Count == 0
            ? throw new InvalidOperationException("The service received more requests than the test expects.")
            : Task.FromResult(_responses.Dequeue()());
    }
}
