using System.Net;
using System.Text;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Core.Tasks;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>A service that returns given states of its tasks, such as those that a sandbox never has.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    private readonly BdrcContext _context;
    private readonly Dictionary<string, Queue<string?>> _states = new(StringComparer.Ordinal);

    public CannedService()
    {
        var provider = new StaticCredentialProvider("test", new AccessCredentials("LTAI5tCanned00000001", "none", null));
        var state = new ContextState(provider)
        {
            Route = NetworkRoute.Into(this),
            TimeProvider = Time,
            Jitter = () => 0,
            EndpointIsFixed = true,
        };
        _context = ContextFactory.Build(
            "cn-shanghai", new Uri($"https://{Guid.NewGuid():N}.invalid"), "LTAI5tCanned00000001", state, isSandbox: false);
    }

    public VirtualTime Time { get; } = new();

    public List<BdrcDiagnostic> Messages { get; } = [];

    /// <summary>The status of a task at each poll. The last one stays; null means that the task is unknown.</summary>
    public CannedService With(string taskId, params string?[] states)
    {
        _states[taskId] = new Queue<string?>(states);
        return this;
    }

    public async Task<List<TaskWatchReport>> WatchAsync(IReadOnlyList<string> ids, TaskWatchOptions? options = null)
    {
        var reports = new List<TaskWatchReport>();
        var watch = TaskWatcher.Create(_context, Messages.Add, ids, options ?? new TaskWatchOptions());
        while (await Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
            reports.Add(report);
        return reports;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Headers.GetValues("x-acs-action").Single() == "DescribeTasks")
            return Json(HttpStatusCode.Forbidden, """{"Code":"Forbidden.RAM","Message":"No.","RequestId":"r"}""");

        var id = request.RequestUri!.Segments[^1];
        var state = Next(id);
        return state is null
            ? Json(HttpStatusCode.NotFound, """{"Code":"TaskNotFound","Message":"Not found.","RequestId":"r"}""")
            : Json(HttpStatusCode.OK, $$$"""{"RequestId":"r","Data":{"TaskId":"{{{id}}}","TaskStatus":"{{{state}}}","Progress":100}}""");
    }

    private string? Next(string id)
    {
        if (!_states.TryGetValue(id, out var states))
            return null;
        return states.Count > 1 ? states.Dequeue() : states.Peek();
    }

    private static Task<HttpResponseMessage> Json(HttpStatusCode status, string text) => Task.FromResult(
        new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") });
}
