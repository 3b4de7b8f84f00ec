using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>A row of the fault matrix.</summary>
/// <param name="Name">The name of the fault.</param>
/// <param name="Effect">Its effect on the call.</param>
/// <param name="Break">Causes the fault.</param>
internal sealed record FaultCase(string Name, Effect Effect, Func<HttpExchange, CancellationToken, Task> Break);
