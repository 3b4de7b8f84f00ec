using System.Net;
using System.Text.Json;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Core.Tests.Contract;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Core.Tests.Injection;

/// <summary>A sandbox behind Kestrel that records the requests.</summary>
public sealed class InjectionServer : IAsyncLifetime
{
    private readonly SandboxOptions _options = new() { RequestsPerSecond = 0, TaskDuration = TimeSpan.Zero, Resources = 8 };
    private readonly BdrcSandbox _sandbox;
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _network = new(SocketHandlerFactory.Create(proxy: null));

    public InjectionServer()
    {
        _sandbox = new BdrcSandbox(_options);
        _application = SandboxHost.Build(_sandbox, "http://127.0.0.1:0");
    }

    public async ValueTask InitializeAsync() => await _application.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _network.Dispose();
        await _application.DisposeAsync();
    }

    internal int RequestCount => _sandbox.RequestCount;

    /// <summary>Calls an operation with every parameter set.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="nextToken">The page token that a first page outside the sandbox returns; null for no such page.</param>
    /// <returns>The requests that arrived, and the exception of the call; null when it succeeded.</returns>
    internal async Task<(IReadOnlyList<SandboxRequest> Arrived, Exception? Failure)> CallAsync(string operation, string? nextToken)
    {
        var before = _sandbox.RequestCount;
        Exception? failure = null;
        try
        {
            await OperationCalls.For(operation)(Client(nextToken), TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = exception;
        }

        return ([.. _sandbox.Requests.TakeLast(_sandbox.RequestCount - before)], failure);
    }

    internal BdrcClient Client(string? nextToken = null, string? securityToken = null)
    {
        var credentials = new AccessCredentials(_options.AccessKeyId, _options.AccessKeySecret, securityToken);
        var state = new ContextState(new StaticCredentialProvider("test", credentials))
        {
            EndpointIsFixed = true,
            Route = nextToken is null ? NetworkRoute.Default : NetworkRoute.Into(new FirstPage(nextToken, _network)),
        };
        return BdrcClient.For(ContextFactory.Build(
            "cn-shanghai", SandboxHost.AddressOf(_application), _options.AccessKeyId, state, isSandbox: false), onDiagnostic: null);
    }
}

/// <summary>Responds to the first request with an empty page and a given page token, and sends the others to the network.</summary>
internal sealed class FirstPage(string nextToken, HttpMessageInvoker network) : HttpMessageHandler
{
    private bool _responded;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_responded)
            return network.SendAsync(request, cancellationToken);

        _responded = true;
        var body = JsonSerializer.Serialize(
            new { RequestId = "first", Data = new { Content = Array.Empty<object>(), NextToken = "TOKEN" } })
            .Replace("TOKEN", string.Concat(nextToken.Select(c => $"\\u{(int)c:x4}")), StringComparison.Ordinal);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
