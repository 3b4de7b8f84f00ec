using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>One row of the matrix.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Effect">What it means.</param>
/// <param name="ShortTimeouts">Whether the row is about a timeout.</param>
/// <param name="Break">Does it.</param>
internal sealed record FaultCase(string Name, Effect Effect, bool ShortTimeouts, Func<HttpExchange, CancellationToken, Task> Break);
