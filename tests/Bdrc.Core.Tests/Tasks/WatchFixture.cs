using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Core.Tasks;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>A sandbox on virtual time. Its transport counts the calls in progress.</summary>
internal sealed class WatchFixture : IDisposable
{
    private readonly CountingHandler _transport;
    private readonly SandboxOptions _options;
    private readonly Uri _endpoint;

    public WatchFixture(
        Action<SandboxOptions>? configure = null, string? host = null, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null)
    {
        var options = new SandboxOptions { TimeProvider = Time, RequestsPerSecond = 0 };
        configure?.Invoke(options);
        Sandbox = new BdrcSandbox(options);
        var handler = new IdentityServices(Sandbox).CreateHandler();
        _transport = new CountingHandler(wrap is null ? handler : wrap(handler));
        var provider = new StaticCredentialProvider("sandbox", new AccessCredentials(options.AccessKeyId, options.AccessKeySecret, null));
        _endpoint = new Uri("https://" + (host ?? $"{Guid.NewGuid():N}.sandbox.invalid"));
        _options = options;
        Context = ContextOf(provider);
        Client = BdrcClient.For(Context, Messages.Add);
    }

    public VirtualTime Time { get; } = new();

    public BdrcSandbox Sandbox { get; }

    public BdrcContext Context { get; }

    public BdrcClient Client { get; }

    public List<BdrcDiagnostic> Messages { get; } = [];

    public int CallsInProgress => _transport.InProgress;

    /// <summary>A context that assumes the role, with the shortest session that STS allows.</summary>
    public BdrcContext ContextInRole(string roleArn)
    {
        var request = new ContextRequest
        {
            AccessKeyId = _options.AccessKeyId,
            AccessKeySecret = _options.AccessKeySecret,
            RoleArn = roleArn,
            DurationSeconds = 900,
        };
        var environment = new CredentialContext
        {
            ReadVariable = _ => null,
            Route = NetworkRoute.Into(_transport),
            StsAddress = _endpoint,
            Clock = Time,
            Jitter = () => 0.5,
        };
        return ContextOf(CredentialSelection.Choose(request, environment).Provider);
    }

    /// <summary>Ids of the tasks the sandbox started with.</summary>
    public async Task<List<string>> AllIdsAsync()
    {
        var ids = new List<string>();
        var pages = Client.DescribeTasks(null, null, 500);
        while (await pages.ReadAsync(TestContext.Current.CancellationToken) is { } page)
            ids.AddRange(page.Select(task => task.TaskId));
        return ids;
    }

    public TaskWatcher CreateWatcher(IReadOnlyList<string> ids, TaskWatchOptions? options = null) =>
        TaskWatcher.Create(Context, Messages.Add, ids, options ?? new TaskWatchOptions());

    /// <summary>Waits to the end.</summary>
    public async Task<List<TaskWatchReport>> WatchAsync(IReadOnlyList<string> ids, TaskWatchOptions? options = null)
    {
        var reports = new List<TaskWatchReport>();
        var watch = CreateWatcher(ids, options);
        while (await Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
            reports.Add(report);
        return reports;
    }

    private BdrcContext ContextOf(ICredentialProvider provider)
    {
        var state = new ContextState(provider)
        {
            Route = NetworkRoute.Into(_transport),
            TimeProvider = Time,
            Jitter = () => 0.5,
            EndpointIsFixed = true,
        };
        return ContextFactory.Build("cn-shanghai", _endpoint, _options.AccessKeyId, state, isSandbox: true);
    }

    public void Dispose() => _transport.Dispose();
}
