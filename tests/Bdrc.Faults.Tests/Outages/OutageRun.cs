using System.Diagnostics;
using System.Globalization;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Matrix;
using Bdrc.Faults.Tests.Sockets;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Outages;

/// <summary>
/// Three minutes in real time: a real PowerShell waits in the foreground and in a job, while the faults of the matrix come and
/// go. It is no test of CI: <c>dotnet run --project tests/Bdrc.Faults.Tests -- -explicit only -class "*OutageRun"
/// -showLiveOutput</c>. It needs <c>pwsh</c> and the built module in <c>out/Bdrc</c>.
/// </summary>
public sealed class OutageRun
{
    private const int Tasks = 50;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    [Fact(Explicit = true)]
    public async Task Reports_every_task_once_in_three_minutes_of_outages()
    {
        var stop = TestContext.Current.CancellationToken;
        // The service is opened before the first task starts.
        var clock = new OffsetClock { Offset = -Length * 2 };
        var sandbox = new BdrcSandbox(new SandboxOptions
        {
            TimeProvider = clock,
            TaskDuration = Length,
            TaskConcurrency = TaskConcurrency.Unlimited,
            RequestsPerSecond = 0,
        });
        var ids = await StartTasksAsync(sandbox, clock);
        await using var server = new FaultyServer(sandbox, new SkippingClock());
        using var shell = Start(server.Address, ids);
        var output = shell.StandardOutput.ReadToEndAsync(stop);
        var errors = shell.StandardError.ReadToEndAsync(stop);

        var outages = 0;
        var faults = FaultCatalogue.All.Where(
            fault => fault.Effect != Effect.Final && !fault.Name.Contains("clock", StringComparison.Ordinal));
        foreach (var fault in faults.Concat(faults))
        {
            // The first polls reach the service; then each fault breaks all requests of 3 s, and 2 s are undisturbed.
            await Task.Delay(TimeSpan.FromSeconds(2), stop);
            if (shell.HasExited)
                break;
            outages++;
            server.Add(fault.Break, 1000);
            await Task.Delay(TimeSpan.FromSeconds(3), stop);
            server.Clear();
        }

        await shell.WaitForExitAsync(stop);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var way in (string[])["wait", "job"])
        {
            var reported = lines.Where(line => line.StartsWith(way + " ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
            TestContext.Current.TestOutputHelper?.WriteLine($"{way}: {reported.Count()} of {ids.Count} tasks reported.");
            Assert.Equal(ids.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{outages} outages, {server.Broken} of {server.Received} requests broken."));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines[^1], await errors));
        Assert.Equal(string.Empty, await errors);
    }

    /// <summary>Starts tasks in the past, so that they end one after the other during the run.</summary>
    private static async Task<List<string>> StartTasksAsync(BdrcSandbox sandbox, OffsetClock clock)
    {
        var options = new SandboxOptions();
        var key = new AccessCredentials(options.AccessKeyId, options.AccessKeySecret, null);
        var state = new ContextState(new StaticCredentialProvider("run", key))
        {
            Route = NetworkRoute.Into(sandbox.CreateHandler()),
            TimeProvider = clock,
            EndpointIsFixed = true,
        };
        var context = ContextFactory.Build(
            "cn-shanghai", new Uri("https://run.invalid"), options.AccessKeyId, state, isSandbox: true);
        var client = BdrcClient.For(context, onDiagnostic: null);
        var ids = new List<string>();
        for (var i = Tasks; i > 0; i--)
        {
            clock.Offset = -Length * i / (Tasks + 2);
            ids.Add((await client.UpdateResourcesAsync(null, default)).TaskId);
        }

        clock.Offset = TimeSpan.Zero;
        return ids;
    }

    private static Process Start(Uri address, List<string> ids)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bdrc.sln")))
            root = Path.GetDirectoryName(root)!;
        var options = new SandboxOptions();
        var script = $$"""
            $ErrorActionPreference = 'Continue'
            Import-Module '{{Path.Combine(root, "out", "Bdrc", "Bdrc.psd1")}}'
            $key = @{ AccessKeyId = '{{options.AccessKeyId}}'; AccessKeySecret = '{{options.AccessKeySecret}}' }
            Connect-Bdrc cn-shanghai -Endpoint '{{address}}' @key | Out-Null
            $ids = '{{string.Join(' ', ids)}}'.Split(' ')
            $job = Wait-BdrcTask $ids -AsJob
            Wait-BdrcTask $ids | ForEach-Object { "wait $($_.TaskId)" }
            $job | Wait-Job | Receive-Job | ForEach-Object { "job $($_.TaskId)" }
            "Job: $($job.State)"
            """;
        return Process.Start(new ProcessStartInfo("pwsh", ["-NoProfile", "-Command", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private sealed class OffsetClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
