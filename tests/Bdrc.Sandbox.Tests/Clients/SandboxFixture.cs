using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>A sandbox with a clock that stands still until a test moves it, and a client of it.</summary>
public sealed class SandboxFixture : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly HttpMessageInvoker _http;

    public SandboxFixture(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { TimeProvider = Clock, RequestsPerSecond = 0, TaskDuration = TimeSpan.FromSeconds(10) };
        configure?.Invoke(options);
        Sandbox = new BdrcSandbox(options);
        _http = new HttpMessageInvoker(Sandbox.CreateHandler());
        Client = new SandboxClient(_http, Clock) { AccessKeyId = options.AccessKeyId, AccessKeySecret = options.AccessKeySecret };
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public BdrcSandbox Sandbox { get; }

    public SandboxClient Client { get; }

    public Task<SandboxHttpResponse> CallAsync(string operation, params (string Name, object Value)[] parameters) => Client.CallAsync(operation, parameters);

    /// <summary>Starts a task and lets the time go by that it needs.</summary>
    public async Task<string> FinishAsync(string operation, params (string Name, object Value)[] parameters)
    {
        var taskId = (await CallAsync(operation, parameters)).TaskId;
        Clock.Advance(TimeSpan.FromSeconds(10));
        return taskId;
    }

    public void Dispose() => _http.Dispose();
}
