using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Tasks;
using Bdrc.Sandbox;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>A sandbox on virtual time whose transport counts the calls that are under way.</summary>
internal sealed class WatchWorld : IDisposable
{
    private readonly CountingHandler _transport;

    public WatchWorld(Action<SandboxOptions>? configure = null, string? host = null)
    {
        var options = new SandboxOptions { TimeProvider = Time, RequestsPerSecond = 0 };
        configure?.Invoke(options);
        Sandbox = new BdrcSandbox(options);
        _transport = new CountingHandler(Sandbox.CreateHandler());
        var provider = new StaticCredentialProvider("sandbox", new AccessCredentials(options.AccessKeyId, options.AccessKeySecret, null));
        var state = new ContextState(provider)
        {
            Transport = new HttpMessageInvoker(_transport),
            TimeProvider = Time,
            Jitter = () => 0.5,
            EndpointIsFixed = true,
        };
        var endpoint = new Uri("https://" + (host ?? $"{Guid.NewGuid():N}.sandbox.invalid"));
        Context = ContextFactory.Build("cn-shanghai", endpoint, options.AccessKeyId, state, isSandbox: true);
        Client = BdrcClient.For(Context, Messages.Add);
    }

    public VirtualTime Time { get; } = new();

    public BdrcSandbox Sandbox { get; }

    public BdrcContext Context { get; }

    public BdrcClient Client { get; }

    public List<BdrcDiagnostic> Messages { get; } = [];

    public int CallsUnderWay => _transport.UnderWay;

    /// <summary>Ids of the tasks the sandbox started with.</summary>
    public async Task<List<string>> AllIdsAsync()
    {
        var ids = new List<string>();
        var pages = Client.DescribeTasks(null, null, 500);
        while (await pages.ReadAsync(TestContext.Current.CancellationToken) is { } page)
            ids.AddRange(page.Select(task => task.TaskId));
        return ids;
    }

    /// <summary>Waits to the end.</summary>
    public async Task<List<TaskWatchReport>> WatchAsync(IReadOnlyList<string> ids, TaskWatchOptions? options = null)
    {
        var reports = new List<TaskWatchReport>();
        var watch = Client.WatchTasks(ids, options ?? new TaskWatchOptions());
        while (await Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
            reports.Add(report);
        return reports;
    }

    public void Dispose() => _transport.Dispose();
}
