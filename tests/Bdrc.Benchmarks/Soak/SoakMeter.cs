using System.Diagnostics;
using Bdrc.Module.Tests.Load;

namespace Bdrc.Benchmarks.Soak;

/// <summary>Looks once a second how fast each account is called and how many sockets are open.</summary>
internal sealed class SoakMeter : IDisposable
{
    private readonly LoadAccount[] _accounts;
    private readonly int[] _requests;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Timer _timer;
    private int _looking;

    public SoakMeter(params LoadAccount[] accounts)
    {
        _accounts = accounts;
        _requests = Array.ConvertAll(accounts, account => account.Sandbox.RequestCount);
        _timer = new Timer(_ => Look(), null, 1_000, 1_000);
    }

    /// <summary>Requests a second of the account that was called fastest.</summary>
    public double HighestRate { get; private set; }

    /// <summary>Connections of all clients to both accounts.</summary>
    public int MostSockets { get; private set; }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (Interlocked.Exchange(ref _looking, 1) == 1)
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
        Interlocked.Exchange(ref _looking, 0);
    }
}
