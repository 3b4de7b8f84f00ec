using Bdrc.Faults.Tests.Connections;
using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>A row of the fault matrix.</summary>
/// <param name="Name">The name of the fault.</param>
/// <param name="Effect">Its effect on the call.</param>
/// <param name="Break">Causes the fault.</param>
internal sealed record FaultCase(string Name, Effect Effect, Func<HttpExchange, CancellationToken, Task> Break)
{
    /// <summary>What never answers, so that the request is never sent; null when the request arrives.</summary>
    public Unanswered? Unanswered { get; init; }
}

/// <summary>The effect of a fault on a call, which decides about retries.</summary>
internal enum Effect
{
    /// <summary>The service did not execute the request for now. Every operation is retried.</summary>
    Refused,

    /// <summary>The service may have executed the request. Only safe operations are retried.</summary>
    Lost,

    /// <summary>A final refusal: one attempt, then an error.</summary>
    Final,

    /// <summary>A refusal whose cause the module corrects once. Every operation is retried immediately.</summary>
    Recovered,

    /// <summary>Executed, but the response cannot be parsed: one attempt, then an error.</summary>
    Unreadable,

    /// <summary>An unusual but valid response.</summary>
    Harmless,
}

/// <summary>The classes of operations that the retry rules distinguish.</summary>
public enum OperationClass
{
    /// <summary>Changes nothing: DescribeTask.</summary>
    Read,

    /// <summary>Sets a state: EnableCheckProduct.</summary>
    Idempotent,

    /// <summary>Creates something with a client token: CreateProtectionPolicy.</summary>
    Create,

    /// <summary>Removes something: DeleteResourceCategory.</summary>
    Removal,

    /// <summary>Starts a task: UpdateResources.</summary>
    Start,

    /// <summary>Starts a task for one resource: CheckRules.</summary>
    Check,
}
