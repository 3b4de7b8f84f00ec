using System.Diagnostics;

namespace Bdrc.Benchmarks.Soak;

/// <summary>What the process holds at one moment, after a full collection.</summary>
/// <param name="Name">The moment.</param>
/// <param name="WorkingSet">Bytes in memory.</param>
/// <param name="SecondGeneration">Bytes that survived.</param>
internal sealed record MemoryMark(string Name, long WorkingSet, long SecondGeneration)
{
    public static MemoryMark Take(string name)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return new MemoryMark(name, process.WorkingSet64, GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo[2].SizeAfterBytes);
    }
}
