using System.Diagnostics;
using Bdrc.Module.Tests.Load;

namespace Bdrc.Benchmarks.Soak;

/// <summary>Samples the request rate of each account and the open sockets once a second.</summary>
internal sealed class SoakMeter : IDisposable
{
    private readonly LoadAccount[] _accounts;
    private readonly int[] _requests;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Timer _timer;
    private int _sampling;

    public SoakMeter(params LoadAccount[] accounts)
    {
        _accounts = accounts;
        _requests = Array.ConvertAll(accounts, account => account.Sandbox.RequestCount);
        _timer = new Timer(_ => Sample(), null, 1_000, 1_000);
    }

    /// <summary>The highest number of requests a second that an account received.</summary>
    public double HighestRate { get; private set; }

    /// <summary>The highest number of open connections to both accounts.</summary>
    public int MostSockets { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        if (Interlocked.Exchange(ref _sampling, 1) == 1)
            return;

        var seconds = _since.Elapsed.TotalSeconds;
        _since.Restart();
        for (var i = 0; i < _accounts.Length; i++)
        {
            var requests = _accounts[i].Sandbox.RequestCount;
            if (seconds >= 0.9)
                HighestRate = Math.Max(HighestRate, (requests - _requests[i]) / seconds);
            _requests[i] = requests;
        }

        MostSockets = Math.Max(MostSockets, _accounts.Sum(account => account.OpenConnections));
        Interlocked.Exchange(ref _sampling, 0);
    }
}

/// <summary>The memory of the process at one moment, after a full collection.</summary>
/// <param name="Name">The moment.</param>
/// <param name="WorkingSet">Bytes of the working set.</param>
/// <param name="SecondGeneration">Bytes of generation 2.</param>
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
