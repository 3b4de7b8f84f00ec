using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Contract;

/// <summary>Runs every line of <see cref="CmdletCalls"/> once, in order, against one served sandbox.</summary>
public sealed class CmdletSession : IAsyncLifetime
{
    private readonly Dictionary<CmdletCall, IReadOnlyList<SandboxRequest>> _sent = [];

    public async ValueTask InitializeAsync()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.FinishedTasks = 30);
        using var engine = new Engine();
        engine.Run(served.Connect + """
            $arn = (Get-BdrcResource -ResourceType ACS::ECS::Instance -First 1).ResourceArn
            $category = New-BdrcResourceCategory servers -HasTag env -ResourceType ACS::ECS::Instance
            $policy = $category | New-BdrcProtectionPolicy first -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first
            $second = $category | New-BdrcProtectionPolicy second -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-second
            $policy, $second | Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-third
            """);
        Assert.Empty(engine.Errors);
        foreach (var call in CmdletCalls.All)
        {
            var before = served.Sandbox.RequestCount;
            engine.Run(call.Script);
            _sent[call] = [.. served.Sandbox.Requests.Skip(before)];
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal IEnumerable<SandboxRequest> SentBy(CmdletCall call) => _sent[call].Where(request => request.Action == call.Operation);
}
