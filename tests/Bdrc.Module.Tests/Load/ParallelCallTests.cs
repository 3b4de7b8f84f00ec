using System.Net.NetworkInformation;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Load;

/// <summary>Many runspaces, two accounts, and faults, all at once.</summary>
public sealed class ParallelCallTests
{
    private const int Runspaces = 64;
    private const int Calls = 200;
    private const int Tasks = 50;

    /// <summary>As many as the budget for repeats allows in one burst.</summary>
    private const int Faults = 18;

    [Fact]
    public async Task Loses_doubles_and_mixes_up_nothing_between_64_runspaces_and_two_accounts()
    {
        await using var first = await StartAsync("LTAI5tFirstAccountKey001", seed: 1);
        await using var second = await StartAsync("LTAI5tSecondAccountKey02", seed: 2);
        using var engine = new Engine();
        var script = $$"""
            {{Patient(first)}} $first = Get-BdrcContext; $firstIds = (Get-BdrcTask).TaskId
            {{Patient(second)}} $second = Get-BdrcContext; $secondIds = (Get-BdrcTask).TaskId
            1..{{Runspaces}} | ForEach-Object -ThrottleLimit {{Runspaces}} -Parallel {
                Import-Module '{{Engine.ModulePath}}'
                if ($_ % 2) { $context = $using:first; $ids = $using:firstIds } else { $context = $using:second; $ids = $using:secondIds }
                for ($i = 0; $i -lt {{Calls}}; $i++) {
                    $id = $ids[($i + $_) % $ids.Count]
                    "$($_ % 2) $($id -ceq (Get-BdrcTask $id -Context $context).TaskId)"
                }
            }
            """;
        Disturb(first.Sandbox);
        Disturb(second.Sandbox);

        var results = engine.Run(script).Select(result => result.ToString()).ToList();

        Assert.Empty(engine.Errors);
        Assert.Equal(Runspaces * Calls / 2, results.Count(result => result == "1 True"));
        Assert.Equal(Runspaces * Calls / 2, results.Count(result => result == "0 True"));
        Assert.Equal(Runspaces * Calls, results.Count);
        Assert.All([first, second], served => Assert.Equal(0, served.Sandbox.Faults.Pending));

        // Every call once, and once more for each fault; nothing else.
        Assert.All([first, second], served => Assert.InRange(
            served.Sandbox.Requests.Count(request => request.Action == "DescribeTask"), Runspaces * Calls / 2, (Runspaces * Calls / 2) + Faults));
        Assert.All([first, second], served => Assert.InRange(OpenConnections(served), 0, Runspaces));
    }

    private static Task<ServedSandbox> StartAsync(string accessKeyId, int seed) => ServedSandbox.StartAsync(options =>
    {
        options.AccessKeyId = accessKeyId;
        options.AccessKeySecret = "secret-of-" + accessKeyId;
        options.Seed = seed;
        options.FinishedTasks = Tasks;
    });

    /// <summary>One call may meet several of the faults; with ten repeats it cannot meet too many before the others take them.</summary>
    private static string Patient(ServedSandbox served) =>
        served.Connect.Replace(" | Out-Null", " -MaxRetry 10 | Out-Null", StringComparison.Ordinal);

    private static void Disturb(BdrcSandbox sandbox)
    {
        sandbox.Faults.Add(Fault.Status(503), "DescribeTask", Faults / 3);
        sandbox.Faults.Add(Fault.Status(502, FaultBody.Html), "DescribeTask", Faults / 3);
        sandbox.Faults.Add(Fault.Reset(afterExecution: true), "DescribeTask", Faults / 3);
    }

    private static int OpenConnections(ServedSandbox served) => IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == new Uri(served.Address).Port && connection.State == TcpState.Established);
}
