using Bdrc.Faults.Tests.Connections;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>The faults of connections that are never established.</summary>
internal static class ConnectFaults
{
    public static IEnumerable<FaultCase> All()
    {
        // Other systems refuse a connection that does not fit into a queue.
        if (OperatingSystem.IsLinux())
            yield return Case("black-holed connect", Unanswered.Connect);
        yield return Case("black-holed TLS handshake", Unanswered.Handshake);
        yield return Case("black-holed CONNECT", Unanswered.Tunnel);
    }

    private static FaultCase Case(string name, Unanswered what) =>
        new(name, Effect.Refused, static (_, _) => throw new InvalidOperationException("The request arrived.")) { Unanswered = what };
}
