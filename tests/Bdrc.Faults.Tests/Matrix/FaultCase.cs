using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>One row of the matrix.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Effect">What it means.</param>
/// <param name="Break">Does it.</param>
internal sealed record FaultCase(string Name, Effect Effect, Func<HttpExchange, CancellationToken, Task> Break);
