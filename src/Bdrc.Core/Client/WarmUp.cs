using System.Net;
using System.Text;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;

namespace Bdrc.Core.Client;

/// <summary>
/// Runs the path of one call before the first call needs it, because most of the time of a first call is spent on code that runs for
/// the first time. The dry run goes through every handler, the signer and the parser, and ends in a stub: it reads no credentials and
/// sends nothing. It has its own route, so no rate limit and no retry budget of a real call counts it.
/// </summary>
internal static class WarmUp
{
    private static int _started;

    /// <summary>Starts the dry run on threads that yield to those of the user, once in a process.</summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            return;

        Run(static () => DryRunAsync().GetAwaiter().GetResult());
        Run(HttpPipeline.Prepare);
    }

    /// <summary>Reads one task from a stub.</summary>
    internal static Task<BdrcTask> DryRunAsync()
    {
        var context = ContextFactory.ForSandbox(region: null, "dry-run", "dry-run", new Stub());
        return BdrcClient.For(context, onDiagnostic: null).DescribeTaskAsync("t", CancellationToken.None);
    }

    private static void Run(Action work)
    {
        var thread = new Thread(() => Try(work)) { IsBackground = true, Name = "Bdrc warm-up", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception)
        {
            // An exception of this thread would end the process. The first real call meets the same failure and reports it.
        }
    }

    private sealed class Stub : HttpMessageHandler
    {
        private const string Task =
            """{"Data":{"TaskId":"t","TaskStatus":"COMPLETE","Progress":10000,"StartTime":1,"CompleteTime":2},"RequestId":"r"}""";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            System.Threading.Tasks.Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Task, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            });
    }
}
