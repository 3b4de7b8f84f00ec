using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Contract;

/// <summary>
/// Runs the lines of <see cref="CmdletCalls"/> once, in order, against one served sandbox, then the derived calls of the other
/// operations. The call that closes the service is the last.
/// </summary>
public sealed class CmdletSession : IAsyncLifetime
{
    private readonly Dictionary<CmdletCall, IReadOnlyList<SandboxRequest>> _sent = [];
    private readonly Dictionary<string, string> _failures = new(StringComparer.Ordinal);

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
        foreach (var call in CmdletCalls.Written)
            Run(served, engine, call);
        var derived = new DerivedCalls(engine);
        foreach (var operation in ContractOperations.All.OrderBy(operation => ContractOperations.Name(operation) == "CloseBdrcService"))
        {
            var name = ContractOperations.Name(operation);
            if (_sent.Keys.Any(call => call.Operation == name))
                continue;
            RunDerived(served, engine, name, () => derived.Of(operation));
        }
    }

    /// <summary>The calls of an operation, each with the requests that it sent.</summary>
    internal IReadOnlyList<CmdletCall> CallsOf(string operation)
    {
        Assert.False(_failures.TryGetValue(operation, out var failure), failure);
        return [.. _sent.Keys.Where(call => call.Operation == operation)];
    }

    /// <summary>Runs the derived calls until those of one cmdlet have sent the operation.</summary>
    private void RunDerived(
        ServedSandbox served, Engine engine, string operation, Func<IReadOnlyList<IReadOnlyList<CmdletCall>>> derive)
    {
        var reason = "no cmdlet that calls it has each of its parameters";
        try
        {
            foreach (var calls in derive())
            {
                foreach (var call in calls)
                    Run(served, engine, call);
                if (calls.All(call => SentBy(call).Any()))
                    return;
                reason = "not sent by " + string.Join("; ", calls.Select(call => call.Script));
                foreach (var call in calls)
                    _sent.Remove(call);
            }
        }
        catch (InvalidOperationException failure)
        {
            reason = failure.Message;
        }

        _failures[operation] = $"{operation}: {reason}. Add its command line to CmdletCalls.cs.";
    }

    private void Run(ServedSandbox served, Engine engine, CmdletCall call)
    {
        var before = served.Sandbox.RequestCount;
        engine.Run(call.Script);
        _sent[call] = [.. served.Sandbox.Requests.Skip(before)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal IEnumerable<SandboxRequest> SentBy(CmdletCall call) => _sent[call].Where(request => request.Action == call.Operation);
}
